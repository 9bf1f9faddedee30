import { homepage } from '../../package.json';
import { kinds } from '../../server/kinds/catalogue';

/** An entry of SchemaStore's catalogue. */
export interface CatalogueEntry {
  readonly name: string;
  readonly description: string;
  readonly fileMatch: readonly string[];
  readonly url: string;
}

/** Where the schemas of the newest release are; the one place that knows. */
const urlOf = (file: string) => `${homepage}/releases/latest/download/${file}.schema.json`;

/** The entries of `docs/schemastore.json`: one for each kind, by the name of the file, and one for the project file. */
export function catalogue(): CatalogueEntry[] {
  const ofKinds = kinds.map(({ id, description }) => ({
    name: `Realtime ${id}`,
    description,
    fileMatch: ['json', 'yaml', 'yml'].map((ending) => `*.${id}.realtime.${ending}`),
    url: urlOf(id),
  }));
  const ofProject = {
    name: 'Realtime Session Config',
    description:
      'What holds for the realtime session configs of a project, in every editor and on the command line',
    fileMatch: ['.realtimerc.json'],
    url: urlOf('realtimerc'),
  };
  return [...ofKinds, ofProject];
}
