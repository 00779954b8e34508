import type { Partition } from './partition';

/**
 * The services of the AWS console, one a line: id, name, page below the console's host, other words people type, and
 * `*` where the page does not belong to a region. An id that is missing is the name's letters and digits; `~` stands
 * for `/home`, and a page that is missing is `id~`. Below an `@` stand those that partitions lack, or whose page there is
 * not known: `g` GovCloud, `c` China, `e` the EU Sovereign Cloud. From console-services.yml of
 * rkoval/alfred-aws-console-services-workflow and service_map.go of fwdcloudsec/granted (both MIT), extended from AWS's
 * own service menu; the partitions from botocore's `endpoints.json`, where an absence is no mere gap of that list. Pages
 * on hosts of their own stand in the table of partitions.
 */
const table = `
accessanalyzer|IAM Access Analyzer|access-analyzer~|analyzer
|Account Settings|billing~#/account||*
acm|Certificate Manager||certs,certificates,tls,ssl
acmpca|Private Certificate Authority|acm-pca~|private ca,pca
ami|AMIs|ec2~#Images:|images
|API Gateway||apigw,agw,api,rest
|AppConfig|systems-manager/appconfig|feature flags
applicationcomposer|Infrastructure Composer|composer~|application composer
applicationdiscovery|Application Discovery Service|discovery~
applicationmigration|Application Migration Service|mgn~|mgn
|AppSync||graphql
|Artifact|||*
|Athena||presto,sql
automation|Systems Manager Automation|systems-manager/automation|runbooks
autoscaling|EC2 Auto Scaling|ec2~#AutoScalingGroups:|asg,auto scaling groups
|Backup||vaults
|Batch||jobs
billing|Billing and Cost Management||bill,cost,costs,invoices|*
|Bills|billing~#/bills|invoice|*
|Budgets|billing~#/budgets|budget|*
chatbot|Q Developer in chat applications|||*
|Client VPN|vpcconsole~#ClientVPNEndpoints:
|CloudFormation||cfn,cf,stacks
|CloudHSM||hsm
|Cloud Map||service discovery
|CloudShell||shell,terminal
|CloudTrail||ct,trail,trails
cloudwan|Network Manager|networkmanager~|cloud wan,wan|*
|CloudWatch||cw,metrics
|CloudWatch Alarms|cloudwatch~#alarmsV2:|alarms,alarm,cw alarms
|CloudWatch Dashboards|cloudwatch~#dashboards:|dashboards
|CodeBuild|codesuite/codebuild/projects|cb,builds
|CodeCommit|codesuite/codecommit/repositories|cc,git,repos
codeconnections|Developer Tools Connections|codesuite/settings/connections|codestar,connections
|CodeDeploy|codesuite/codedeploy/deployments|deployments
|CodePipeline|codesuite/codepipeline/pipelines|cp,pipelines
|Cognito|cognito/v2~|userpools,user pools,idp
|Compute Optimizer|compute-optimizer~|co|*
|Config
console|Console Home||home
costanomaly|Cost Anomaly Detection|costmanagement~#/anomaly-detection|anomalies|*
|Cost Explorer|costmanagement~#/cost-explorer|ce|*
databrew|Glue DataBrew
|Data Exports|costmanagement~#/bcm-data-exports|cur,cost and usage reports|*
|Data Firehose|firehose~|firehose,kinesis firehose
|DataSync
|DataZone
deadline|Deadline Cloud|deadlinecloud~
|Detective
|Direct Connect|directconnect/v2~|dx|*
|Directory Service|directoryservicev2~|ds,ad,active directory
dlm|Data Lifecycle Manager|ec2~#Lifecycle:
dms|Database Migration Service|dms/v2~|migration
|DocumentDB|docdb~|docdb,mongo,mongodb
dsql|Aurora DSQL
|DynamoDB|dynamodbv2~|ddb,dynamo,tables,nosql
ebs|EBS Volumes|ec2~#Volumes:|disks,volumes
|EC2||elastic compute cloud,vm
ecr|Elastic Container Registry|ecr/private-registry/repositories|docker,registry,container images
ecs|Elastic Container Service|ecs/v2~|fargate,containers,tasks,ecs clusters,ecs services
|EFS||elastic file system,nfs
eks|Elastic Kubernetes Service||k8s,kubernetes,eks clusters
|ElastiCache||redis,valkey,memcached,cache
|Elastic Beanstalk||eb,beanstalk
|Elastic Disaster Recovery|drs~|drs
|Elastic IPs|ec2~#Addresses:|eip,eips,elastic ip
|EMR||hadoop,spark
|EMR Serverless|emr~#/serverless
|Entity Resolution
|EventBridge|events~|events,eb,event bus,rules
evs|Elastic VMware Service||vmware
faultinjection|Fault Injection Service|fis~|fis,chaos
|Firewall Manager|wafv2/fmsv2~|fms|*
|Fleet Manager|systems-manager/fleet-manager|rdp
flink|Managed Service for Apache Flink||kinesis analytics
|Free Tier|billing~#/freetier||*
|FSx||lustre,netapp
glacier|S3 Glacier
|Glue||etl,data catalog,crawlers,glue jobs
|Glue Studio
greengrass|IoT Greengrass|iot~#/greengrass/v2/cores
|GuardDuty||gd
hostedzones|Route 53 Hosted Zones|route53/v2/hostedzones|zones|*
|IAM||users,identity and access management|*
|IAM Policies|iam~#/policies||*
|IAM Roles|iam~#/roles||*
|IAM Users|iam~#/users||*
identitycenter|IAM Identity Center|singlesignon~|sso,idc,identity center,single sign on,permission sets
imagebuilder|EC2 Image Builder
|Inspector|inspector/v2~|vulnerabilities,cve
instances|EC2 Instances|ec2~#Instances:|servers
|Internet Gateways|vpcconsole~#igws:|igw
internetmonitor|CloudWatch Internet Monitor|cloudwatch~#internet-monitor
iot|IoT Core||mqtt
|IoT SiteWise
|IoT TwinMaker
ipam|VPC IP Address Manager||ip address manager
keypairs|EC2 Key Pairs|ec2~#KeyPairs:
|Keyspaces||cassandra
|Kinesis||streams,data streams
kinesisvideo|Kinesis Video Streams||kvs
kms|Key Management Service||keys,cmk
|Lake Formation
|Lambda||functions,serverless,lambdas
|Launch Templates|ec2~#LaunchTemplates:|lt
|License Manager|license-manager~|licenses
|Load Balancers|ec2~#LoadBalancers:|alb,elb,nlb,elastic load balancing,load balancer
logs|CloudWatch Logs|cloudwatch~#logsV2:log-groups|cwl,log groups
logsinsights|CloudWatch Logs Insights|cloudwatch~#logsV2:logs-insights|insights
marketplace|Marketplace Subscriptions|marketplace~#/subscriptions||*
mediaconvert|Elemental MediaConvert
|MemoryDB
|Migration Hub
mq|Amazon MQ|amazon-mq~|rabbitmq,activemq
|MSK||kafka,managed streaming for apache kafka
mwaa|Managed Airflow||airflow,dags
|NAT Gateways|vpcconsole~#NatGateways:|nat
|Neptune||graph
|Network Firewall|vpcconsole~#NetworkFirewalls:|nfw,firewall
|Network Interfaces|ec2~#NIC:|eni,enis
opensearch|OpenSearch Service|aos~|aos,es,elasticsearch,kibana
|OpsCenter|systems-manager/opsitems|opsitems
|Organizations|organizations/v2~|orgs,scp,ou|*
parallelcluster|Parallel Computing Service|pcs~|pcs,hpc
|Parameter Store|systems-manager/parameters|param,parameters,ssm parameters,param store
|Patch Manager|systems-manager/patch-manager|patching
|Payment Cryptography|payment-cryptography~
|Polly||text to speech,tts
ram|Resource Access Manager||shares
|RDS||aurora,postgres,postgresql,mysql,mariadb,db,databases,relational database service,rds instances,rds snapshots
recoverycontroller|Application Recovery Controller|route53recovery~|arc,zonal shift|*
|Redshift|redshiftv2~
|Reserved Instances|ec2~#ReservedInstances:|ri
|Resource Explorer|resource-explorer~
|Resource Groups|resource-groups~
rolesanywhere|IAM Roles Anywhere
rosa|Red Hat OpenShift Service||openshift
|Route 53|route53/v2~|r53,dns,domains|*
|Route 53 Resolver||resolver
|Route Tables|vpcconsole~#RouteTables:|route table
|S3||buckets,bucket,simple storage service
sagemaker|SageMaker AI||ml,machine learning,notebooks
|Savings Plans|costmanagement~#/savings-plans/overview|sp|*
scheduler|EventBridge Scheduler||cron,schedules
|Secrets Manager||sm,secrets,secret
|Security Groups|ec2~#SecurityGroups:|sg,sgs
|Security Hub||scrh,findings,cspm
serverlessrepo|Serverless Application Repository||sar
|Service Catalog||portfolios
|Service Quotas||limits,quotas,quota
|Session Manager|systems-manager/session-manager|ssh,sessions
|Signer
snapshots|EBS Snapshots|ec2~#Snapshots:
sns|Simple Notification Service|sns/v3~|topics,notifications,topic
sqs|Simple Queue Service|sqs/v3~|queues,queue,dlq
ssm|Systems Manager|systems-manager~
stacksets|CloudFormation StackSets|cloudformation~#/stacksets
|Step Functions|states~|sfn,states,state machines,state machine,step function
|Storage Gateway||sgw
|Subnets|vpcconsole~#subnets:|subnet
|Support||cases,tickets|*
swf|Simple Workflow Service|swf/v2~
synthetics|CloudWatch Synthetics|cloudwatch~#synthetics:canary/list|canaries,canary
|Tag Editor|resource-groups/tag-editor/find-resources|tags
|Target Groups|ec2~#TargetGroups:|tg,target group
|Timestream||time series
transfer|Transfer Family||sftp,ftp
transitgateway|Transit Gateways|vpcconsole~#TransitGateways:|tgw
|Trusted Advisor||ta,tra|*
usernotifications|User Notifications|notifications~||*
|Verified Access|vpcconsole~#VerifiedAccessInstances:|ava
|Verified Permissions||cedar,avp
|VPC|vpcconsole~|virtual private cloud,networks,peering,peering connections
|VPC Endpoints|vpcconsole~#Endpoints:|privatelink
vpn|Site-to-Site VPN|vpcconsole~#VpnConnections:
waf|WAF & Shield|wafv2/homev2|wafv2,web acl
|X-Ray|cloudwatch~#xray:traces|traces,tracing
@c
|Bedrock||ai,llm,claude,genai
|Bedrock AgentCore|bedrock-agentcore~|agents
|Control Catalog|controltower~/controls|controls
|Control Tower||landing zone
costoptimization|Cost Optimization Hub|costmanagement~#/cost-optimization-hub|coh|*
|Lex|lexv2~|bots
location|Location Service
|Outposts
|Security Lake
ses|Simple Email Service||mail,email
wellarchitected|Well-Architected Tool||wat
@e
health|Health Dashboard||phd|*
|Transcribe||speech to text
|WorkSpaces|workspaces/v2~|desktops,vdi
@g
dax|DynamoDB Accelerator|dynamodbv2~#dax-clusters
@ce
appstream|AppStream 2.0|appstream2~
|Comprehend||nlp
|Connect|connect/v2/app/instances|contact center,call center
grafana|Managed Grafana||amg
|Kendra
|Managed Blockchain||blockchain
|Pinpoint
prometheus|Managed Service for Prometheus||amp
|Q Business|amazonq/business~|q
|Q Developer|amazonq/developer~
|Rekognition
|Resilience Hub
|Textract||ocr
|Translate
@gc
incidentmanager|Incident Manager|systems-manager/incidents~|incidents
@ge
|App Mesh||mesh
|CloudFront|cloudfront/v4~|cf,cdn,distributions|*
|GameLift
|Personalize
@gce
|Amplify
|AppFlow
|App Runner
|Audit Manager
|Billing Conductor|||*
|Braket
chime|Chime SDK|chime-sdk~
|Clean Rooms
|Cloud9||c9,ide
|CloudSearch
|CodeArtifact|codesuite/codeartifact~|artifacts,packages
|Data Exchange||adx
|Data Pipeline
|Device Farm|||*
|DevOps Guru|devops-guru~
|Forecast
|Fraud Detector
|Global Accelerator||ga,aga|*
|Ground Station
|HealthLake||fhir
ivs|Interactive Video Service||streaming
|Lightsail|||*
|Macie||pii
mediaconnect|Elemental MediaConnect
medialive|Elemental MediaLive
mediapackage|Elemental MediaPackage
mediatailor|Elemental MediaTailor
|Proton
|QuickSight||bi|*
|Shield|wafv2/shieldv2|ddos|*
|VPC Lattice|vpcconsole~#Services:|lattice
|WorkMail|workmail/v2~
`;

const partitionOf: Readonly<Record<string, Partition>> = { g: 'aws-us-gov', c: 'aws-cn', e: 'aws-eusc' };

/** One line of the table, made whole. */
export interface ServiceRow {
  readonly id: string;
  readonly name: string;
  readonly page: string;
  readonly aliases: readonly string[];
  readonly isGlobal: boolean;
  readonly lackedBy: readonly Partition[];
}

export const serviceRows: readonly ServiceRow[] = table
  .split('@')
  .flatMap(parseSection)
  .sort((one, other) => (one.id < other.id ? -1 : 1));

function parseSection(section: string): ServiceRow[] {
  const [signs = '', ...lines] = section.trimEnd().split('\n');
  const lackedBy = [...signs].flatMap((sign) => partitionOf[sign] ?? []);
  return lines.map((line) => ({ ...parseLine(line), lackedBy }));
}

function parseLine(line: string): Omit<ServiceRow, 'lackedBy'> {
  const [ownId = '', name = '', page = '', aliases = '', scope] = line.split('|');
  const id = ownId || name.toLowerCase().replace(/[^a-z\d]/g, '');
  return {
    id,
    name,
    page: `/${page || `${id}~`}`.replace('~', '/home'),
    aliases: aliases.split(',').filter(Boolean),
    isGlobal: scope !== undefined,
  };
}
