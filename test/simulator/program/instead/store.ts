import { here } from '../here';

export const store = () => here.world.table;
