import { join } from 'node:path';
import { hireMoreAgents } from './throughput-agents';

/** `npm start` with more agents. */
hireMoreAgents();
void import(join(__dirname, '../../local/main.ts'));
