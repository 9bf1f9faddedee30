import { homepage } from '../../../package.json';

/** Where the page of a code is on the web. It need not be there to be read: the pages come along with the extension. */
export function pageOf(code: string): string {
  return `${homepage}/blob/main/docs/rules/${code}.md`;
}
