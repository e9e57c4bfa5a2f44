# Completion of fact for fish.
function _fact_completion
    set -l response (env _FACT_COMPLETE=fish_complete COMP_WORDS=(commandline -cp) COMP_CWORD=(commandline -ct) fact)

    for completion in $response
        # A value, such as a list of fields, may hold commas too.
        set -l parts (string split --max 1 , -- $completion)
        switch $parts[1]
            case dir
                __fish_complete_directories $parts[2]
            case file
                __fish_complete_path $parts[2]
            case plain
                echo $parts[2]
        end
    end
end

complete --no-files --command fact --arguments "(_fact_completion)"
