# Made from the command tree by CompletionsTest; see CONTRIBUTING.md. Do not edit.
# Put it into ~/.config/fish/completions

function __minsheng_at --description 'whether the words typed so far are exactly these'
    set -l path
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip -eq 1
            set skip 0
        else if contains -- $word -o --output --lang --profile --url --as-of --lines --max-rejects --encoding --format --rejects --year --person --institution --treatment --state --from --to --limit --phone --division --reason --sheet --sender --table --job --run --kind --rule --out --anchor --key --installation --name --people --seed
            set skip 1
        else if not string match -q -- '-*' $word
            set -a path $word
        end
    end
    test "$path" = "$argv"; or begin
        test -n "$argv"; and string match -q -- "$argv *" "$path"
    end
end

complete -c minsheng -f
complete -c minsheng -n '__minsheng_at ' -a claim -d 'Medical claims: import and settle a night, see the totals, explain each one.'
complete -c minsheng -n '__minsheng_at ' -a id -d 'Identity numbers and unified social credit codes.'
complete -c minsheng -n '__minsheng_at ' -a person -d 'Insured persons: find, show, merge.'
complete -c minsheng -n '__minsheng_at ' -a institution -d 'Institutions.'
complete -c minsheng -n '__minsheng_at ' -a company -d 'Companies.'
complete -c minsheng -n '__minsheng_at ' -a employment -d 'Employments.'
complete -c minsheng -n '__minsheng_at ' -a enrolment -d 'Insured spells.'
complete -c minsheng -n '__minsheng_at ' -a account -d 'Credits of personal accounts.'
complete -c minsheng -n '__minsheng_at ' -a catalogue -d 'What may be billed: items with class, price limits and self-first shares, by version.'
complete -c minsheng -n '__minsheng_at ' -a code -d 'Code tables with their versions, and what senders\' own codes mean.'
complete -c minsheng -n '__minsheng_at ' -a calendar -d 'Public holidays and adjusted workdays.'
complete -c minsheng -n '__minsheng_at ' -a batch -d 'Batches and the business date that they work for.'
complete -c minsheng -n '__minsheng_at ' -a run -d 'Loads and batches.'
complete -c minsheng -n '__minsheng_at ' -a reject -d 'Rows that loads did not take, open until they are mended or closed.'
complete -c minsheng -n '__minsheng_at ' -a audit -d 'Who changed what.'
complete -c minsheng -n '__minsheng_at ' -a status -d 'Shows the database, the business date, what waits, and the last runs, on one page.'
complete -c minsheng -n '__minsheng_at ' -a db -d 'The database itself.'
complete -c minsheng -n '__minsheng_at ' -a config -d 'The settings in force.'
complete -c minsheng -n '__minsheng_at ' -a doctor -d 'Checks this machine, the home, the settings and the database, and says what mends what is wrong.'
complete -c minsheng -n '__minsheng_at ' -a policy -d 'The packs of rules that claims are settled by.'
complete -c minsheng -n '__minsheng_at ' -a demo -d 'An invented city to try everything on.'
complete -c minsheng -n '__minsheng_at ' -a help -d 'Shows the first screen, the help of a group or command, or a topic.'
complete -c minsheng -n '__minsheng_at claim' -a import -d 'Imports bills and their lines, and prices the lines on the way.'
complete -c minsheng -n '__minsheng_at claim' -a settle -d 'Settles all open claims whose treatment ended on or before a date.'
complete -c minsheng -n '__minsheng_at claim' -a totals -d 'Counts, the sum of every payer and a digest of the settlements of a year.'
complete -c minsheng -n '__minsheng_at claim' -a list -d 'Claims by person, institution, treatment, state and date, latest first.'
complete -c minsheng -n '__minsheng_at claim' -a show -d 'A claim with its lines and its settlement.'
complete -c minsheng -n '__minsheng_at claim' -a explain -d 'Where the money of one claim went, step by step, with pack, version and article.'
complete -c minsheng -n '__minsheng_at claim' -a reprice -d 'Prices open claims anew after the catalogue has changed.'
complete -c minsheng -n '__minsheng_at claim' -a quote -d 'What a treatment would settle to now; writes nothing.'
complete -c minsheng -n '__minsheng_at claim import' -l lines -x
complete -c minsheng -n '__minsheng_at claim import' -l dry-run
complete -c minsheng -n '__minsheng_at claim import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at claim import' -l encoding -x
complete -c minsheng -n '__minsheng_at claim import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at claim import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at claim import' -F
complete -c minsheng -n '__minsheng_at claim settle' -F
complete -c minsheng -n '__minsheng_at claim totals' -l year -x
complete -c minsheng -n '__minsheng_at claim totals' -F
complete -c minsheng -n '__minsheng_at claim list' -l person -x
complete -c minsheng -n '__minsheng_at claim list' -l institution -x
complete -c minsheng -n '__minsheng_at claim list' -l treatment -x
complete -c minsheng -n '__minsheng_at claim list' -l state -x -a 'open held settled not_covered'
complete -c minsheng -n '__minsheng_at claim list' -l from -x
complete -c minsheng -n '__minsheng_at claim list' -l to -x
complete -c minsheng -n '__minsheng_at claim list' -l limit -x
complete -c minsheng -n '__minsheng_at claim list' -F
complete -c minsheng -n '__minsheng_at claim show' -l institution -x
complete -c minsheng -n '__minsheng_at claim show' -F
complete -c minsheng -n '__minsheng_at claim explain' -l institution -x
complete -c minsheng -n '__minsheng_at claim explain' -F
complete -c minsheng -n '__minsheng_at claim reprice' -F
complete -c minsheng -n '__minsheng_at claim quote' -F
complete -c minsheng -n '__minsheng_at id' -a check -d 'Says what each number is, its normal form, whether it is valid, and if not, why.'
complete -c minsheng -n '__minsheng_at id check' -l reveal
complete -c minsheng -n '__minsheng_at id check' -F
complete -c minsheng -n '__minsheng_at person' -a find -d 'Finds persons by their full name.'
complete -c minsheng -n '__minsheng_at person' -a show -d 'Shows one person: numbers, insured spells, employments.'
complete -c minsheng -n '__minsheng_at person' -a merge -d 'Merges two records of one person: employments, insured spells and numbers move.'
complete -c minsheng -n '__minsheng_at person' -a import -d 'Imports a file of persons.'
complete -c minsheng -n '__minsheng_at person find' -l phone -x
complete -c minsheng -n '__minsheng_at person find' -l division -x
complete -c minsheng -n '__minsheng_at person find' -l limit -x
complete -c minsheng -n '__minsheng_at person find' -l reveal
complete -c minsheng -n '__minsheng_at person find' -l reason -x
complete -c minsheng -n '__minsheng_at person find' -F
complete -c minsheng -n '__minsheng_at person show' -l history
complete -c minsheng -n '__minsheng_at person show' -l reveal
complete -c minsheng -n '__minsheng_at person show' -l reason -x
complete -c minsheng -n '__minsheng_at person show' -F
complete -c minsheng -n '__minsheng_at person merge' -l reason -x
complete -c minsheng -n '__minsheng_at person merge' -F
complete -c minsheng -n '__minsheng_at person import' -l dry-run
complete -c minsheng -n '__minsheng_at person import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at person import' -l encoding -x
complete -c minsheng -n '__minsheng_at person import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at person import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at person import' -l sheet -x
complete -c minsheng -n '__minsheng_at person import' -F
complete -c minsheng -n '__minsheng_at institution' -a import -d 'Imports a file of institutions.'
complete -c minsheng -n '__minsheng_at institution import' -l dry-run
complete -c minsheng -n '__minsheng_at institution import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at institution import' -l encoding -x
complete -c minsheng -n '__minsheng_at institution import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at institution import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at institution import' -l sheet -x
complete -c minsheng -n '__minsheng_at institution import' -F
complete -c minsheng -n '__minsheng_at company' -a import -d 'Imports a file of companies.'
complete -c minsheng -n '__minsheng_at company import' -l dry-run
complete -c minsheng -n '__minsheng_at company import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at company import' -l encoding -x
complete -c minsheng -n '__minsheng_at company import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at company import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at company import' -l sheet -x
complete -c minsheng -n '__minsheng_at company import' -F
complete -c minsheng -n '__minsheng_at employment' -a import -d 'Imports a file of employments.'
complete -c minsheng -n '__minsheng_at employment import' -l dry-run
complete -c minsheng -n '__minsheng_at employment import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at employment import' -l encoding -x
complete -c minsheng -n '__minsheng_at employment import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at employment import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at employment import' -l sheet -x
complete -c minsheng -n '__minsheng_at employment import' -F
complete -c minsheng -n '__minsheng_at enrolment' -a import -d 'Imports a file of insured spells.'
complete -c minsheng -n '__minsheng_at enrolment import' -l dry-run
complete -c minsheng -n '__minsheng_at enrolment import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at enrolment import' -l encoding -x
complete -c minsheng -n '__minsheng_at enrolment import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at enrolment import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at enrolment import' -l sheet -x
complete -c minsheng -n '__minsheng_at enrolment import' -F
complete -c minsheng -n '__minsheng_at account' -a import -d 'Imports a file of credits of personal accounts.'
complete -c minsheng -n '__minsheng_at account import' -l dry-run
complete -c minsheng -n '__minsheng_at account import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at account import' -l encoding -x
complete -c minsheng -n '__minsheng_at account import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at account import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at account import' -l sheet -x
complete -c minsheng -n '__minsheng_at account import' -F
complete -c minsheng -n '__minsheng_at catalogue' -a import -d 'Imports a file of the catalogue.'
complete -c minsheng -n '__minsheng_at catalogue import' -l dry-run
complete -c minsheng -n '__minsheng_at catalogue import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at catalogue import' -l encoding -x
complete -c minsheng -n '__minsheng_at catalogue import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at catalogue import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at catalogue import' -l sheet -x
complete -c minsheng -n '__minsheng_at catalogue import' -F
complete -c minsheng -n '__minsheng_at code' -a list -d 'Lists the code tables.'
complete -c minsheng -n '__minsheng_at code' -a show -d 'Shows the codes of a table that are in force, or one code.'
complete -c minsheng -n '__minsheng_at code' -a import -d 'Imports one version of a code table.'
complete -c minsheng -n '__minsheng_at code' -a map -d 'Says what a sender\'s code means in ours, takes it back, or lists what was said.'
complete -c minsheng -n '__minsheng_at code list' -F
complete -c minsheng -n '__minsheng_at code show' -l version -x
complete -c minsheng -n '__minsheng_at code show' -l sender -x
complete -c minsheng -n '__minsheng_at code show' -F
complete -c minsheng -n '__minsheng_at code import' -l table -x
complete -c minsheng -n '__minsheng_at code import' -l version -x
complete -c minsheng -n '__minsheng_at code import' -l dry-run
complete -c minsheng -n '__minsheng_at code import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at code import' -l encoding -x
complete -c minsheng -n '__minsheng_at code import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at code import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at code import' -l sheet -x
complete -c minsheng -n '__minsheng_at code import' -F
complete -c minsheng -n '__minsheng_at code map' -l sender -x
complete -c minsheng -n '__minsheng_at code map' -l remove
complete -c minsheng -n '__minsheng_at code map' -l reason -x
complete -c minsheng -n '__minsheng_at code map' -F
complete -c minsheng -n '__minsheng_at calendar' -a show -d 'Shows the days of a year that are not what their weekday says.'
complete -c minsheng -n '__minsheng_at calendar' -a import -d 'Imports the notice of a year\'s holidays.'
complete -c minsheng -n '__minsheng_at calendar show' -F
complete -c minsheng -n '__minsheng_at calendar import' -l dry-run
complete -c minsheng -n '__minsheng_at calendar import' -l max-rejects -x
complete -c minsheng -n '__minsheng_at calendar import' -l encoding -x
complete -c minsheng -n '__minsheng_at calendar import' -l format -x -a 'csv tsv ndjson xlsx'
complete -c minsheng -n '__minsheng_at calendar import' -l rejects -r -F
complete -c minsheng -n '__minsheng_at calendar import' -l sheet -x
complete -c minsheng -n '__minsheng_at calendar import' -F
complete -c minsheng -n '__minsheng_at batch' -a date -d 'The business date.'
complete -c minsheng -n '__minsheng_at batch date' -a show -d 'Shows the open business date.'
complete -c minsheng -n '__minsheng_at batch date' -a advance -d 'Opens the next business date, or a later one.'
complete -c minsheng -n '__minsheng_at batch date show' -F
complete -c minsheng -n '__minsheng_at batch date advance' -F
complete -c minsheng -n '__minsheng_at run' -a list -d 'Lists the latest runs, newest first.'
complete -c minsheng -n '__minsheng_at run' -a show -d 'Shows one run with its pinned inputs and its figures.'
complete -c minsheng -n '__minsheng_at run' -a log -d 'Shows what happened in a run, in order.'
complete -c minsheng -n '__minsheng_at run' -a resume -d 'Goes on with a batch that was interrupted, with the inputs that were pinned when it began.'
complete -c minsheng -n '__minsheng_at run' -a cancel -d 'Gives up a run that was interrupted; what it has committed stays.'
complete -c minsheng -n '__minsheng_at run' -a undo -d 'Takes a load back: what it inserted goes, what it changed is again as it was.'
complete -c minsheng -n '__minsheng_at run list' -l job -x
complete -c minsheng -n '__minsheng_at run list' -l limit -x
complete -c minsheng -n '__minsheng_at run list' -F
complete -c minsheng -n '__minsheng_at run show' -F
complete -c minsheng -n '__minsheng_at run log' -F
complete -c minsheng -n '__minsheng_at run resume' -F
complete -c minsheng -n '__minsheng_at run cancel' -l reason -x
complete -c minsheng -n '__minsheng_at run cancel' -F
complete -c minsheng -n '__minsheng_at run undo' -l reason -x
complete -c minsheng -n '__minsheng_at run undo' -F
complete -c minsheng -n '__minsheng_at reject' -a list -d 'Lists how many rows were not taken, by load, file, rule and column.'
complete -c minsheng -n '__minsheng_at reject' -a show -d 'Shows one row that was not taken: why, how to mend it, and its fields.'
complete -c minsheng -n '__minsheng_at reject' -a export -d 'Writes the open rejects out again, to be mended and imported.'
complete -c minsheng -n '__minsheng_at reject' -a close -d 'Gives open rejects up; nobody will mend them.'
complete -c minsheng -n '__minsheng_at reject list' -l run -x
complete -c minsheng -n '__minsheng_at reject list' -l kind -x
complete -c minsheng -n '__minsheng_at reject list' -l rule -x
complete -c minsheng -n '__minsheng_at reject list' -l state -x -a 'open mended closed any'
complete -c minsheng -n '__minsheng_at reject list' -l each
complete -c minsheng -n '__minsheng_at reject list' -l limit -x
complete -c minsheng -n '__minsheng_at reject list' -F
complete -c minsheng -n '__minsheng_at reject show' -l kind -x
complete -c minsheng -n '__minsheng_at reject show' -l reveal
complete -c minsheng -n '__minsheng_at reject show' -l reason -x
complete -c minsheng -n '__minsheng_at reject show' -F
complete -c minsheng -n '__minsheng_at reject export' -l kind -x
complete -c minsheng -n '__minsheng_at reject export' -l out -r -F
complete -c minsheng -n '__minsheng_at reject export' -F
complete -c minsheng -n '__minsheng_at reject close' -l kind -x
complete -c minsheng -n '__minsheng_at reject close' -l rule -x
complete -c minsheng -n '__minsheng_at reject close' -l reason -x
complete -c minsheng -n '__minsheng_at reject close' -F
complete -c minsheng -n '__minsheng_at audit' -a list -d 'Lists the latest entries, newest first.'
complete -c minsheng -n '__minsheng_at audit' -a seal -d 'Chains the entries that have ended, and signs the end of the chain into a file.'
complete -c minsheng -n '__minsheng_at audit' -a verify -d 'Recomputes the whole chain, and compares it with an anchor kept elsewhere.'
complete -c minsheng -n '__minsheng_at audit list' -l limit -x
complete -c minsheng -n '__minsheng_at audit list' -F
complete -c minsheng -n '__minsheng_at audit seal' -l anchor -r -F
complete -c minsheng -n '__minsheng_at audit seal' -F
complete -c minsheng -n '__minsheng_at audit verify' -l anchor -r -F
complete -c minsheng -n '__minsheng_at audit verify' -l key -r -F
complete -c minsheng -n '__minsheng_at audit verify' -F
complete -c minsheng -n '__minsheng_at status' -F
complete -c minsheng -n '__minsheng_at db' -a start -d 'Starts the home\'s own PostgreSQL and leaves it ready to work on.'
complete -c minsheng -n '__minsheng_at db' -a stop -d 'Stops the home\'s own PostgreSQL; what had not committed is rolled back.'
complete -c minsheng -n '__minsheng_at db' -a status -d 'Shows the database that the settings name, and how it is.'
complete -c minsheng -n '__minsheng_at db' -a migrate -d 'Brings the schema to the version of this program, and says what the database is.'
complete -c minsheng -n '__minsheng_at db' -a psql -d 'Runs psql on the database that the settings name.'
complete -c minsheng -n '__minsheng_at db' -a roles -d 'Lists the roles of minsheng and which of them the login has.'
complete -c minsheng -n '__minsheng_at db start' -F
complete -c minsheng -n '__minsheng_at db stop' -F
complete -c minsheng -n '__minsheng_at db status' -F
complete -c minsheng -n '__minsheng_at db migrate' -l dry-run
complete -c minsheng -n '__minsheng_at db migrate' -l installation -x -a 'production demonstration'
complete -c minsheng -n '__minsheng_at db migrate' -l name -x
complete -c minsheng -n '__minsheng_at db migrate' -F
complete -c minsheng -n '__minsheng_at db psql' -F
complete -c minsheng -n '__minsheng_at db roles' -l sql
complete -c minsheng -n '__minsheng_at db roles' -F
complete -c minsheng -n '__minsheng_at config' -a show -d 'Lists every setting with its value.'
complete -c minsheng -n '__minsheng_at config show' -l origin
complete -c minsheng -n '__minsheng_at config show' -F
complete -c minsheng -n '__minsheng_at doctor' -F
complete -c minsheng -n '__minsheng_at policy' -a lint -d 'Looks for what is wrong with a pack: gaps, bands that do not rise, stages without an article or an example.'
complete -c minsheng -n '__minsheng_at policy' -a diff -d 'Shows what changes from one version of a pack to another, rule by rule.'
complete -c minsheng -n '__minsheng_at policy' -a test -d 'Runs the worked examples of a pack through the settlement engine.'
complete -c minsheng -n '__minsheng_at policy' -a import -d 'Keeps a pack in the database as a draft.'
complete -c minsheng -n '__minsheng_at policy' -a show -d 'Shows one pack of the database, or its very text.'
complete -c minsheng -n '__minsheng_at policy' -a list -d 'Lists the packs of the database.'
complete -c minsheng -n '__minsheng_at policy' -a activate -d 'Lets a pack decide the claims of its dates.'
complete -c minsheng -n '__minsheng_at policy lint' -F
complete -c minsheng -n '__minsheng_at policy diff' -F
complete -c minsheng -n '__minsheng_at policy test' -F
complete -c minsheng -n '__minsheng_at policy import' -F
complete -c minsheng -n '__minsheng_at policy show' -l text
complete -c minsheng -n '__minsheng_at policy show' -F
complete -c minsheng -n '__minsheng_at policy list' -F
complete -c minsheng -n '__minsheng_at policy activate' -F
complete -c minsheng -n '__minsheng_at demo' -a generate -d 'Writes the files of an invented Qingdao, a known share of their rows bad.'
complete -c minsheng -n '__minsheng_at demo' -a load -d 'Loads an invented city into a demonstration installation.'
complete -c minsheng -n '__minsheng_at demo' -a show -d 'What this demonstration holds, and a claim worth explaining.'
complete -c minsheng -n '__minsheng_at demo' -a reset -d 'Empties a demonstration installation for another city.'
complete -c minsheng -n '__minsheng_at demo generate' -l people -x
complete -c minsheng -n '__minsheng_at demo generate' -l seed -x
complete -c minsheng -n '__minsheng_at demo generate' -l out -r -F
complete -c minsheng -n '__minsheng_at demo generate' -l year -x
complete -c minsheng -n '__minsheng_at demo generate' -F
complete -c minsheng -n '__minsheng_at demo load' -l rejects -r -F
complete -c minsheng -n '__minsheng_at demo load' -F
complete -c minsheng -n '__minsheng_at demo show' -F
complete -c minsheng -n '__minsheng_at demo reset' -F
complete -c minsheng -n '__minsheng_at help' -F
complete -c minsheng -s V -l version
complete -c minsheng -s o -l output -x -a 'table vertical csv tsv json ndjson'
complete -c minsheng -l lang -x -a 'en zh'
complete -c minsheng -s v -l verbose
complete -c minsheng -s q -l quiet
complete -c minsheng -l debug
complete -c minsheng -s y -l yes
complete -c minsheng -l profile -x
complete -c minsheng -l url -x
complete -c minsheng -l as-of -x
complete -c minsheng -s h -l help
