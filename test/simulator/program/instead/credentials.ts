import { CREDENTIALS } from '../constants';

export const credentials = async () => CREDENTIALS;
