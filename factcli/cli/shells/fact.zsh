#compdef fact
# Completion of fact for zsh.
_fact_completion() {
    local -a completions completions_with_descriptions response
    local type key descr
    (( ! $+commands[fact] )) && return 1

    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) _FACT_COMPLETE=zsh_complete fact)}")

    for type key descr in ${response}; do
        case $type in
            plain)
                if [[ $descr == _ ]]; then
                    completions+=("$key")
                else
                    completions_with_descriptions+=("$key:$descr")
                fi
                ;;
            dir) _path_files -/ ;;
            file) _path_files -f ;;
        esac
    done

    if [[ -n $completions_with_descriptions ]]; then
        _describe -V unsorted completions_with_descriptions -U
    fi
    if [[ -n $completions ]]; then
        compadd -U -V unsorted -a completions
    fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _fact_completion "$@"
else
    compdef _fact_completion fact
fi
