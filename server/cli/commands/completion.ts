import { alternatives, oneOf, onlyArgument } from '../arguments';
import type { Command } from '../command';
import { bashScript } from '../completion/bash';
import { fishScript } from '../completion/fish';
import { offeredBy } from '../completion/table';
import { zshScript } from '../completion/zsh';
import { exitCodes } from '../io';

/** One shell, one file in `completion`, one line here. */
const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
const shells = Object.keys(scripts) as (keyof typeof scripts)[];

/**
 * `realtime-config completion`: teaches a shell to complete the command line.
 * @param commands gives every command, this one included
 */
export function completionOf(commands: () => readonly Command[]): Command {
  const completion: Command = {
    name: 'completion',
    summary: `Print what teaches ${alternatives(shells)} to complete this command`,
    usage: 'SHELL',
    details: [
      'For bash, add to ~/.bashrc: eval "$(realtime-config completion bash)"',
      'For zsh, add to ~/.zshrc, after compinit: eval "$(realtime-config completion zsh)"',
      'For fish: realtime-config completion fish > ~/.config/fish/completions/realtime-config.fish',
    ],
    options: {},
    operands: shells,
    run: async (args, io) => {
      const shell = oneOf('SHELL', onlyArgument(completion, args, 'SHELL'), shells);
      io.stdout.write(scripts[shell](offeredBy(commands())));
      return exitCodes.clean;
    },
  };
  return completion;
}
