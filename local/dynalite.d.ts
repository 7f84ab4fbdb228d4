declare module 'dynalite' {
  import { type Server } from 'node:http';

  interface Options {
    /** LevelDB folder; in memory without it. */
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
  }
  /** An HTTP server that is DynamoDB; closing it closes the store. */
  function dynalite(options?: Options): Server;
  export = dynalite;
}
