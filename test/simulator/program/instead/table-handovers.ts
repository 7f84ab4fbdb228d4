import { here } from '../here';

export const handovers = () => here.world.table.handovers;
