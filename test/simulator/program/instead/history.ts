import { here } from '../here';

export const history = () => here.world.histories;
