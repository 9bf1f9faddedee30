import { generalOptions, type Offer, type OfferedCommand } from './table';

/** The script for bash: a function that looks at the command, the word before and the word at the cursor. */
export function bashScript(commands: readonly OfferedCommand[]): string {
  const first = [...commands.map(({ name }) => name), ...generalOptions.map(({ name }) => `--${name}`)];
  return `# Completion of realtime-config for bash. In ~/.bashrc: eval "$(realtime-config completion bash)"
_realtime_config() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words= files=
  # bash takes "--name=value" apart.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if (( COMP_CWORD == 1 )); then
    words='${first.join(' ')}'
  else
    case "\${COMP_WORDS[1]} $prev" in
${commands.flatMap(valueCases).join('\n')}
    *)
      case "\${COMP_WORDS[1]} $cur" in
${commands.flatMap(wordCases).join('\n')}
      esac
      ;;
    esac
  fi
  COMPREPLY=()
  if [[ $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r; do COMPREPLY+=("$REPLY"); done < <(compgen -f -- "$cur")
  else
    while IFS= read -r; do COMPREPLY+=("$REPLY"); done < <(compgen -W "$words" -- "$cur")
  fi
}
complete -F _realtime_config realtime-config
`;
}

function valueCases({ name, options }: OfferedCommand): string[] {
  return options.flatMap((option) =>
    option.value ? [`    '${name} --${option.name}') ${assignment(option.value)} ;;`] : [],
  );
}

function wordCases({ name, options, operands }: OfferedCommand): string[] {
  const names = options.map((option) => `--${option.name}`).join(' ');
  return [
    ...(names === '' ? [] : [`      '${name} -'*) words='${names}' ;;`]),
    `      '${name} '*) ${assignment(operands)} ;;`,
  ];
}

function assignment({ words, files }: Offer): string {
  return files ? 'files=1' : `words='${words.join(' ')}'`;
}
