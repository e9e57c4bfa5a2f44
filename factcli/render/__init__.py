"""Values -> what a person or a script reads.  Renderers return; they never print."""
