import type { Lists } from '../actions/ports';
import { dynamoLists } from '../adapters/lists';
import { once, required } from './environment';
import { dynamoDb } from './store';

export const lists = once((): Lists => dynamoLists(dynamoDb(), required('TABLE_NAME')));
