import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A shell that completes: its script is loaded and asked what can stand at the end of a line. */
export interface Shell {
  /** What is offered at the end of the last word, sorted; folders without their slash. */
  complete(words: readonly string[]): Promise<string[]>;
  remove(): void;
}

/** How each shell is asked. The line's words come as arguments, the script's path as the first. */
const drivers = {
  // bash takes a line apart at "=" too, before the function sees it.
  bash: `source "$1"; shift
COMP_WORDS=()
for word in "$@"; do
  case $word in
    --*=*) COMP_WORDS+=("\${word%%=*}" "="); [[ \${word#*=} ]] && COMP_WORDS+=("\${word#*=}") ;;
    *) COMP_WORDS+=("$word") ;;
  esac
done
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_realtime_config
printf '%s\\n' "\${COMPREPLY[@]}"`,
  fish: `source $argv[1]
complete -C "$argv[2..]" | string replace -r '\\t.*' ''
true`,
  // Only an interactive zsh completes. It writes down what it would offer, and ends.
  zsh: `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "source \${1:h}/inner $1"
shift
zpty -w -n z "$*"$'\\t'
while zpty -r z > /dev/null; do :; done
cat $HOME/found`,
} as const;

/** What the interactive zsh reads first. */
const inner = `PROMPT=
autoload -U compinit && compinit -u -D
source $1
compadd() {
  local -a hits
  if [[ -z \${(M)@:#-[OAD]} ]]; then
    builtin compadd -A hits "$@"
    (( $#hits )) && print -rl -- $hits >> $HOME/found
  fi
  builtin compadd "$@"
}
comppostfuncs=(exit)
bindkey '^I' complete-word
: > $HOME/found
`;

/**
 * Sets a shell up with its completion script.
 * @param program the shell's path
 * @param script what `realtime-config completion` prints for it
 * @param cwd where it is asked
 */
export function makeShell(name: keyof typeof drivers, program: string, script: string, cwd: string): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'realtime-shell-'));
  const [file, driver] = [join(folder, 'script'), join(folder, 'driver')];
  writeFileSync(file, script);
  writeFileSync(driver, drivers[name]);
  writeFileSync(join(folder, 'inner'), inner);
  return {
    complete: async (words) => {
      const { stdout } = await run(program, [driver, file, ...words], {
        cwd,
        env: { ...process.env, HOME: folder },
      });
      const found = stdout.split('\n').map((word) => word.replace(/^--[\w-]+=|\/$/g, ''));
      return [...new Set(found.filter((word) => word !== ''))].sort();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
