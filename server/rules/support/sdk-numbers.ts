import { membersOf, type Node } from '../../document/node';
import type { RuleContext } from '../rule';

/** Every number that the SDK keeps of a document; anywhere else it skips or passes on what it finds. */
export function sdkNumbers({ session }: RuleContext): Node[] {
  const blocks = [session?.value('turnDetection'), session?.value('voiceActivityDetection')];
  const nodes = [
    session?.value('temperature'),
    session?.value('maxTokens'),
    ...blocks.flatMap((block) => membersOf(block).map(({ value }) => value)),
  ];
  return nodes.filter((node): node is Node => node?.type === 'number');
}
