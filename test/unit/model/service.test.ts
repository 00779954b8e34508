import { describe, expect, test } from 'vitest';
import { partitions } from '../../../lib/model/partition';
import { servicePages } from '../../../lib/model/partition-services';
import { services, serviceUrl } from '../../../lib/model/service';

const ids = services.map(({ id }) => id);

/** Words that people use for two services alike: both are offered. */
const twofold = ['cf', 'eb'];

function namedBy(words: string): string[] {
  const letters = words.replace(/[^a-z\d]/g, '');
  return services.filter(({ names }) => names.some((name) => name.join('') === letters)).map(({ id }) => id);
}

describe('the service catalogue', () => {
  test('has every id and every name once', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at || !/^[a-z][a-z\d]*$/.test(id))).toEqual([]);
    const names = services.map(({ name }) => name);
    expect(names.filter((name, at) => name === '' || names.indexOf(name) !== at)).toEqual([]);
  });

  test('has a well-formed page for each', () => {
    expect(services.filter(({ page }) => !/^(?:\/[\w.-]+)+(?:#[\w/:-]+)?$/.test(page))).toEqual([]);
  });

  test('has no word that means two services, but for those that people use so', () => {
    const words = services.flatMap(({ names }) => [...new Set(names.map((name) => name.join(' ')))]);
    expect([...new Set(words.filter((word, at) => words.indexOf(word) !== at))].sort()).toEqual(twofold);
  });

  test.each(Object.entries(servicePages))('has all that the table of %s speaks of', (_, pages) => {
    expect(Object.keys(pages).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each([
    ['ec2 s3 iam ecr ecs eks rds sqs sns kms vpc ssm acm waf lambda athena glue redshift bedrock sagemaker msk'],
    ['cloudtrail config guardduty cloudfront eventbridge codebuild codepipeline amplify cognito batch opensearch'],
    [
      'elasticache kinesis quicksight lightsail support health organizations billing cloudwatch cloudformation dynamodb',
    ],
  ])('knows %s by their own names', (words) => {
    expect(words.split(' ').map(namedBy)).toEqual(words.split(' ').map((id) => [id]));
  });

  test.each([
    ['ddb', 'dynamodb'],
    ['dynamo', 'dynamodb'],
    ['sfn', 'stepfunctions'],
    ['step functions', 'stepfunctions'],
    ['cw', 'cloudwatch'],
    ['cloudwatch logs', 'logs'],
    ['logs', 'logs'],
    ['cloudwatch alarms', 'cloudwatchalarms'],
    ['sm', 'secretsmanager'],
    ['secrets', 'secretsmanager'],
    ['param store', 'parameterstore'],
    ['parameter store', 'parameterstore'],
    ['session manager', 'sessionmanager'],
    ['r53', 'route53'],
    ['cfn', 'cloudformation'],
    ['elb', 'loadbalancers'],
    ['alb', 'loadbalancers'],
    ['apigw', 'apigateway'],
    ['cost explorer', 'costexplorer'],
    ['orgs', 'organizations'],
    ['security hub', 'securityhub'],
    ['trusted advisor', 'trustedadvisor'],
    ['service quotas', 'servicequotas'],
    ['iam identity center', 'identitycenter'],
    ['sso', 'identitycenter'],
    ['control tower', 'controltower'],
    ['ct', 'cloudtrail'],
    ['k8s', 'eks'],
    ['kafka', 'msk'],
    ['redis', 'elasticache'],
    ['sg', 'securitygroups'],
    ['tgw', 'transitgateway'],
    ['asg', 'autoscaling'],
    ['route tables', 'routetables'],
    ['certificates', 'acm'],
  ])('knows “%s”', (words, id) => {
    expect(namedBy(words)).toEqual([id]);
  });
});

describe('the address of a service', () => {
  const regional = services.filter(({ id, isGlobal }) => !isGlobal && !(id in servicePages.aws));

  test('names the region twice, before its fragment', () => {
    const wrong = regional.filter(({ id, page }) => {
      const url = new URL(serviceUrl(id, 'eu-west-1', 'aws') ?? '');
      const isThere = url.hostname === 'eu-west-1.console.aws.amazon.com' && url.search === '?region=eu-west-1';
      return !isThere || url.pathname + url.hash !== page;
    });
    expect(wrong).toEqual([]);
  });

  test('names no region where the service has none', () => {
    const named = services.filter(
      ({ id, isGlobal }) => isGlobal && serviceUrl(id, 'eu-west-1', 'aws')?.includes('eu-west-1'),
    );
    expect(named).toEqual([]);
    expect(serviceUrl('iam', 'eu-west-1', 'aws')).toBe('https://console.aws.amazon.com/iam/home');
    expect(serviceUrl('waf', 'eu-west-1', 'aws')).toContain('eu-west-1.console.aws.amazon.com/wafv2/');
  });

  test.each(['aws-us-gov', 'aws-cn', 'aws-eusc'] as const)('stays within the partition %s', (partition) => {
    const hosts = services.flatMap(({ id }) => new URL(serviceUrl(id, undefined, partition) ?? 'lacks:').hostname);
    const own = partitions[partition].consoleHost.replace('console.', '');
    expect(hosts.filter((host) => host !== '' && host !== own && !host.endsWith(`.${own}`))).toEqual([]);
    expect(serviceUrl('shield', undefined, partition)).toBeUndefined();
  });
});
