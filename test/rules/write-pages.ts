import { writeFileSync } from 'node:fs';
import { inRepository } from '../support/fixture';
import { manifestText } from './manifest';
import { writePages } from './pages';

writePages();
writeFileSync(inRepository('package.json'), manifestText());
