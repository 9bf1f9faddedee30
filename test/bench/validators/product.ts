/** The parts of the server that find problems, gathered in order to be bundled as they ship. */
export { nodeAtPointer, pointerOf, toValue } from '../../../server/document/node';
export { parse } from '../../../server/document/parse';
export { diagnose } from '../../../server/problems/diagnose';
