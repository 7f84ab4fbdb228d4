import { here } from '../here';

export const timer = () => here.world.stepFunctions;
