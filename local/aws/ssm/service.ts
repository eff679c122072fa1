import { jsonService } from '../json-service.ts';
import {
  addTagsToResource,
  deleteParameter,
  getParameter,
  getParameterHistory,
  listTagsForResource,
  putParameter,
} from './parameters.ts';

/** AWS Systems Manager, as far as it is Parameter Store. */
export const ssm = jsonService({
  name: 'ssm',
  targetPrefix: 'AmazonSSM',
  operations: {
    PutParameter: putParameter,
    GetParameter: getParameter,
    GetParameterHistory: getParameterHistory,
    DeleteParameter: deleteParameter,
    AddTagsToResource: addTagsToResource,
    ListTagsForResource: listTagsForResource,
  },
  resourceOf: ({ Name = '', ResourceId = Name }, scope) =>
    `arn:aws:ssm:${scope}:parameter/${ResourceId.replace(/^\//, '').replace(/:\d+$/, '')}`,
});
