import { startWebServer } from './start-web';

// Node.js takes the server's code from this bundle too (see build-shared.ts), and starts it in its own way.
if ('importScripts' in globalThis) startWebServer(globalThis);
