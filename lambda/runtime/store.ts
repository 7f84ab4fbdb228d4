import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Store } from '../actions/ports';
import { dynamoStore } from '../adapters/dynamodb';
import { AWS_CLIENT } from './aws-client';
import { once, required } from './environment';

export const dynamoDb = once(() => new DynamoDBClient(AWS_CLIENT));

export const store = once((): Store => dynamoStore(dynamoDb(), required('TABLE_NAME')));
