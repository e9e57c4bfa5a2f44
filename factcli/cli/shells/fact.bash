# Completion of fact for bash 4.4 and newer.
_fact_completion() {
    local rest=${COMP_LINE:0:COMP_POINT} word before taken= cur= reply type value i
    local -a words=()
    # Bash splits words at the characters of COMP_WORDBREAKS, such as a colon, and replaces only what follows the last
    # one; fact is asked about whole words.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        before=${rest%%"$word"*}
        rest=${rest#"$before$word"}
        if ((i)) && [[ -n $word && -z $before ]]; then
            taken=${words[-1]}
            words[-1]+=$word
        else
            taken=
            words+=("$word")
        fi
    done
    cur=${words[-1]}
    [[ ${COMP_WORDS[COMP_CWORD]} == [:=] ]] && taken=$cur

    local IFS=$'\n'
    reply=$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((${#words[@]} - 1)) _FACT_COMPLETE=bash_complete "$1")
    while IFS=, read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain)
                value=${value#"$taken"}
                # Within quotes, all characters stand for themselves.
                [[ $cur == [\"\']* ]] || printf -v value %q "$value"
                COMPREPLY+=("$value")
                ;;
        esac
    done <<< "$reply"
}

complete -o nosort -F _fact_completion fact
