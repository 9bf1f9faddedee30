import { isAbsolute, posix } from 'node:path';
import type { Diagnostic } from '../../problems/report';
import { shownPath } from '../files';
import type { Io } from '../io';
import type { Output } from './output';

/** GitHub knows three levels; hints are for editors. */
const commands = { error: 'error', warning: 'warning', info: 'notice', hint: undefined } as const;

/**
 * Workflow commands that make GitHub Actions show each problem at its line, one command a line.
 * See https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions.
 */
export const github: Output = (io) => {
  const folder = folderInRepository(io);
  return {
    file({ report }) {
      for (const diagnostic of report.diagnostics) {
        const line = annotation(posix.join(folder, report.file), diagnostic);
        if (line !== undefined) io.stdout.write(`${line}\n`);
      }
    },
    end: () => undefined,
  };
};

/** GitHub takes paths for relative to the repository, whatever folder a step runs in. */
function folderInRepository({ cwd, env }: Io): string {
  const repository = env.GITHUB_WORKSPACE;
  const folder = repository ? shownPath(cwd, repository) : '.';
  return folder.startsWith('..') || isAbsolute(folder) ? '.' : folder;
}

function annotation(file: string, { severity, code, message, range }: Diagnostic): string | undefined {
  const command = commands[severity];
  if (!command) return undefined;
  const { start, end } = range;
  const isOneLine = start.line === end.line;
  const properties = {
    file,
    line: start.line + 1,
    // GitHub drops the columns of an annotation over several lines, and says so in the log.
    ...(isOneLine ? { col: start.character + 1 } : {}),
    endLine: end.line + 1,
    ...(isOneLine ? { endColumn: end.character + 1 } : {}),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${list.join(',')}::${escapeData(message)}`;
}

/** What would end the command, or start another. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
