import { here } from '../here';

export const lists = () => here.world.table;
