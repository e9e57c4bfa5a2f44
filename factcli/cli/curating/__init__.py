"""What the commands of curation share: answers, an editor and candidates come in, changes and problems go out."""
