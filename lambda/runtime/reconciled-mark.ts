import { reconciledMark as markIn, type ReconciledMark } from '../adapters/reconciled-mark';
import { once, required } from './environment';
import { dynamoDb } from './store';

export const reconciledMark = once((): ReconciledMark => markIn(dynamoDb(), required('TABLE_NAME')));
