import { writePages } from './pages';

writePages();
