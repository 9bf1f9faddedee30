import { generalOptions, type Offer, type OfferedCommand, type OfferedOption } from './table';

/** The script for zsh: what `_arguments` is told of each command. */
export function zshScript(commands: readonly OfferedCommand[]): string {
  return `#compdef realtime-config
# Completion of realtime-config for zsh. In ~/.zshrc, after compinit: eval "$(realtime-config completion zsh)"
_realtime_config() {
  local context state state_descr line curcontext="$curcontext"
  typeset -A opt_args
  _arguments -C ${generalOptions.map((option) => quoted(optionSpec(option))).join(' ')} '1:command:->command' '*::argument:->argument'
  case $state in
  command)
    local -a list=(
${commands.map(({ name, summary }) => `      ${quoted(`${name}:${summary}`)}`).join('\n')}
    )
    _describe command list
    ;;
  argument)
    case $line[1] in
${commands.map(commandCase).join('\n')}
    esac
    ;;
  esac
}
if [[ $funcstack[1] == _realtime_config ]]; then
  _realtime_config "$@"
else
  compdef _realtime_config realtime-config
fi
`;
}

function commandCase({ name, options, operands }: OfferedCommand): string {
  const specs = [...options.map(optionSpec), operandSpec(operands)].filter((spec) => spec !== '');
  return `    ${name})\n      _arguments ${specs.map(quoted).join(' \\\n        ')}\n      ;;`;
}

function optionSpec({ name, summary, value }: OfferedOption): string {
  const text = `[${summary.replace(/[[\]\\]/g, '\\$&')}]`;
  return value ? `--${name}=${text}:${value.name}:${action(value)}` : `--${name}${text}`;
}

function operandSpec(offer: Offer): string {
  if (offer.files) return '*:file:_files';
  return offer.words.length > 0 ? `1:argument:${action(offer)}` : '';
}

/** A blank stands for "something, and nothing is known of it". */
function action({ words, files }: Offer): string {
  if (files) return '_files';
  return words.length > 0 ? `(${words.join(' ')})` : ' ';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
