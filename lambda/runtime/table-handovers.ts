import type { Handovers } from '../actions/ports';
import { dynamoHandovers } from '../adapters/handovers';
import { once, required } from './environment';
import { dynamoDb } from './store';

export const handovers = once((): Handovers => dynamoHandovers(dynamoDb(), required('TABLE_NAME')));
