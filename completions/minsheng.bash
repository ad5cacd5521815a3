# Made from the command tree by CompletionsTest; see CONTRIBUTING.md. Do not edit.
# Source it, or put it into /etc/bash_completion.d

_minsheng() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= word i words=
    COMPREPLY=()
    case $previous in
        -o|--output) mapfile -t COMPREPLY < <(compgen -W 'table vertical csv tsv json ndjson' -- "$current"); return ;;
        --lang) mapfile -t COMPREPLY < <(compgen -W 'en zh' -- "$current"); return ;;
        --profile) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --url) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --as-of) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --lines) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --max-rejects) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --encoding) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --format) mapfile -t COMPREPLY < <(compgen -W 'csv tsv ndjson xlsx' -- "$current"); return ;;
        --rejects) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --year) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --person) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --institution) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --treatment) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --state) mapfile -t COMPREPLY < <(compgen -W 'open held settled not_covered' -- "$current"); return ;;
        --from) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --to) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --limit) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --phone) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --division) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --reason) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --sheet) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --sender) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --table) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --job) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --run) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --kind) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --rule) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --out) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --anchor) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --key) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --installation) mapfile -t COMPREPLY < <(compgen -W 'production demonstration' -- "$current"); return ;;
        --name) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --people) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
        --seed) mapfile -t COMPREPLY < <(compgen -W '' -- "$current"); return ;;
    esac
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
            -o|--output|--lang|--profile|--url|--as-of|--lines|--max-rejects|--encoding|--format|--rejects|--year|--person|--institution|--treatment|--state|--from|--to|--limit|--phone|--division|--reason|--sheet|--sender|--table|--job|--run|--kind|--rule|--out|--anchor|--key|--installation|--name|--people|--seed) ((i++)) ;;
            -*) ;;
            *) path=${path:+$path }$word ;;
        esac
    done
    case $path in
        '') words='claim id person institution company employment enrolment account catalogue code calendar batch run reject audit status db config doctor policy demo help' ;;
        'claim') words='import settle totals list show explain reprice quote' ;;
        'claim import'*) words='--lines --dry-run --max-rejects --encoding --format --rejects' ;;
        'claim settle'*) words='' ;;
        'claim totals'*) words='--year' ;;
        'claim list'*) words='--person --institution --treatment --state --from --to --limit' ;;
        'claim show'*) words='--institution' ;;
        'claim explain'*) words='--institution' ;;
        'claim reprice'*) words='' ;;
        'claim quote'*) words='' ;;
        'id') words='check' ;;
        'id check'*) words='--reveal' ;;
        'person') words='find show merge import' ;;
        'person find'*) words='--phone --division --limit --reveal --reason' ;;
        'person show'*) words='--history --reveal --reason' ;;
        'person merge'*) words='--reason' ;;
        'person import'*) words='--dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'institution') words='import' ;;
        'institution import'*) words='--dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'company') words='import' ;;
        'company import'*) words='--dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'employment') words='import' ;;
        'employment import'*) words='--dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'enrolment') words='import' ;;
        'enrolment import'*) words='--dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'account') words='import' ;;
        'account import'*) words='--dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'catalogue') words='import' ;;
        'catalogue import'*) words='--dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'code') words='list show import map' ;;
        'code list'*) words='' ;;
        'code show'*) words='--version --sender' ;;
        'code import'*) words='--table --version --dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'code map'*) words='--sender --remove --reason' ;;
        'calendar') words='show import' ;;
        'calendar show'*) words='' ;;
        'calendar import'*) words='--dry-run --max-rejects --encoding --format --rejects --sheet' ;;
        'batch') words='date' ;;
        'batch date') words='show advance' ;;
        'batch date show'*) words='' ;;
        'batch date advance'*) words='' ;;
        'run') words='list show log resume cancel undo' ;;
        'run list'*) words='--job --limit' ;;
        'run show'*) words='' ;;
        'run log'*) words='' ;;
        'run resume'*) words='' ;;
        'run cancel'*) words='--reason' ;;
        'run undo'*) words='--reason' ;;
        'reject') words='list show export close' ;;
        'reject list'*) words='--run --kind --rule --state --each --limit' ;;
        'reject show'*) words='--kind --reveal --reason' ;;
        'reject export'*) words='--kind --out' ;;
        'reject close'*) words='--kind --rule --reason' ;;
        'audit') words='list seal verify' ;;
        'audit list'*) words='--limit' ;;
        'audit seal'*) words='--anchor' ;;
        'audit verify'*) words='--anchor --key' ;;
        'status'*) words='' ;;
        'db') words='start stop status migrate psql roles' ;;
        'db start'*) words='' ;;
        'db stop'*) words='' ;;
        'db status'*) words='' ;;
        'db migrate'*) words='--dry-run --installation --name' ;;
        'db psql'*) words='' ;;
        'db roles'*) words='--sql' ;;
        'config') words='show' ;;
        'config show'*) words='--origin' ;;
        'doctor'*) words='' ;;
        'policy') words='lint diff test import show list activate' ;;
        'policy lint'*) words='' ;;
        'policy diff'*) words='' ;;
        'policy test'*) words='' ;;
        'policy import'*) words='' ;;
        'policy show'*) words='--text' ;;
        'policy list'*) words='' ;;
        'policy activate'*) words='' ;;
        'demo') words='generate load show reset' ;;
        'demo generate'*) words='--people --seed --out --year' ;;
        'demo load'*) words='--rejects' ;;
        'demo show'*) words='' ;;
        'demo reset'*) words='' ;;
        'help'*) words='' ;;
    esac
    [[ $current == -* ]] && words+=' -V --version -o --output --lang -v --verbose -q --quiet --debug -y --yes --profile --url --as-of -h --help'
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    [[ ${#COMPREPLY[@]} -eq 0 ]] && mapfile -t COMPREPLY < <(compgen -f -- "$current")
}
complete -F _minsheng minsheng
