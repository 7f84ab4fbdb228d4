import { here } from '../here';

/** In place of `node:crypto` where ids are made: each 36 characters, as a UUID. */
export const randomUUID = (): string => here.world.newId();
