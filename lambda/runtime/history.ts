import type { History } from '../actions/ports';
import { dynamoHistory } from '../adapters/history';
import { once, required } from './environment';
import { dynamoDb } from './store';

export const history = once((): History => dynamoHistory(dynamoDb(), required('TABLE_NAME')));
