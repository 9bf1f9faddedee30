import { SourceText } from '../../document/edits';
import { elementsOf, membersOf, type Node } from '../../document/node';

/**
 * The value of a node for writing it elsewhere: laid out anew, and numbers stay as their author wrote them.
 * @param text the document's text, that the node is of
 */
export function writtenValue(text: string, node: Node | undefined): unknown {
  if (node?.type === 'array') return elementsOf(node).map((element) => writtenValue(text, element));
  if (node?.type === 'object') {
    return Object.fromEntries(
      membersOf(node).flatMap(({ name, value }) => (value ? [[name, writtenValue(text, value)]] : [])),
    );
  }
  if (node?.type === 'number') return new SourceText(text.slice(node.offset, node.offset + node.length));
  return node?.value;
}
