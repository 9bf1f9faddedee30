import { startNodeServer } from './start-node';

startNodeServer(process.argv);
