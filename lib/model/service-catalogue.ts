/**
 * The services of the AWS console, one a line: id, name, page below the console's host, other words people type, and
 * `global` where the page does not belong to a region. An id that is missing is the name's letters and digits; `~` stands
 * for `/home`, and a page that is missing is `id~`. From console-services.yml of
 * rkoval/alfred-aws-console-services-workflow and service_map.go of fwdcloudsec/granted (both MIT), extended from AWS's
 * own service menu. Pages on hosts of their own, and services that a partition lacks, stand in the table of partitions.
 */
const table = `
accessanalyzer|IAM Access Analyzer|access-analyzer~|analyzer
|Account|billing~#/account|account settings|global
acm|Certificate Manager||certs,certificates,tls,ssl
acmpca|Private Certificate Authority|acm-pca~|private ca,pca
ami|AMIs|ec2~#Images:|images
|Amplify
|API Gateway||apigw,agw,api,rest
|AppConfig|systems-manager/appconfig|feature flags
|AppFlow
applicationcomposer|Infrastructure Composer|composer~|application composer
applicationdiscovery|Application Discovery Service|discovery~
applicationmigration|Application Migration Service|mgn~|mgn
|App Mesh||mesh
|App Runner
appstream|AppStream 2.0|appstream2~|workspaces applications
|AppSync||graphql
|Artifact||compliance reports|global
|Athena||presto,sql
|Audit Manager
automation|Systems Manager Automation|systems-manager/automation|runbooks
autoscaling|EC2 Auto Scaling|ec2~#AutoScalingGroups:|asg,auto scaling groups
|Backup||vaults
|Batch||jobs
|Bedrock||ai,llm,claude,genai
|Bedrock AgentCore|bedrock-agentcore~|agents
billing|Billing and Cost Management||bill,cost,costs,invoices|global
|Billing Conductor|||global
|Bills|billing~#/bills|invoice|global
|Braket||quantum
|Budgets|billing~#/budgets|budget|global
chatbot|Q Developer in chat applications||chatbot|global
chime|Chime SDK|chime-sdk~
|Clean Rooms
|Client VPN|vpcconsole~#ClientVPNEndpoints:
|Cloud9||c9,ide
|CloudFormation||cfn,cf,stacks
|CloudFront|cloudfront/v4~|cf,cdn,distributions|global
|CloudHSM||hsm
|Cloud Map||service discovery
|CloudSearch
|CloudShell||shell,terminal
|CloudTrail||ct,trail,trails
cloudwan|Network Manager|networkmanager~|cloud wan,wan|global
|CloudWatch||cw,metrics
|CloudWatch Alarms|cloudwatch~#alarmsV2:|alarms,alarm
|CloudWatch Dashboards|cloudwatch~#dashboards:|dashboards
|CodeArtifact|codesuite/codeartifact~|artifacts,packages
|CodeBuild|codesuite/codebuild/projects|cb,builds
|CodeCommit|codesuite/codecommit/repositories|cc,git,repos
codeconnections|Developer Tools Connections|codesuite/settings/connections|codestar,connections
|CodeDeploy|codesuite/codedeploy/deployments|deployments
|CodePipeline|codesuite/codepipeline/pipelines|cp,pipelines
|Cognito|cognito/v2~|userpools,user pools,idp
|Comprehend||nlp
|Compute Optimizer|compute-optimizer~|co|global
|Config||conformance
|Connect|connect/v2/app/instances|contact center,call center
console|Console Home||home
|Control Catalog|controltower~/controls|controls
|Control Tower||landing zone
costanomaly|Cost Anomaly Detection|costmanagement~#/anomaly-detection|anomalies|global
|Cost Explorer|costmanagement~#/cost-explorer|ce,spend|global
costoptimization|Cost Optimization Hub|costmanagement~#/cost-optimization-hub|coh|global
databrew|Glue DataBrew
|Data Exchange||adx
|Data Exports|costmanagement~#/bcm-data-exports|cur,cost and usage reports|global
|Data Firehose|firehose~|firehose,kinesis firehose
|Data Pipeline
|DataSync
|DataZone
dax|DynamoDB Accelerator|dynamodbv2~#dax-clusters|dax
deadline|Deadline Cloud|deadlinecloud~|rendering
|Detective
|Device Farm|||global
|DevOps Guru|devops-guru~
|Direct Connect|directconnect/v2~|dx|global
|Directory Service|directoryservicev2~|ds,ad,active directory
dlm|Data Lifecycle Manager|ec2~#Lifecycle:|snapshots lifecycle
dms|Database Migration Service|dms/v2~|migration
|DocumentDB|docdb~|docdb,mongo,mongodb
dsql|Aurora DSQL
|DynamoDB|dynamodbv2~|ddb,dynamo,tables,nosql
ebs|EBS Volumes|ec2~#Volumes:|ebs,disks,volumes
|EC2||elastic compute cloud,vm
ecr|Elastic Container Registry|ecr/private-registry/repositories|docker,registry,container images
ecs|Elastic Container Service|ecs/v2~|fargate,containers,tasks
|EFS||elastic file system,nfs
eks|Elastic Kubernetes Service||k8s,kubernetes
|ElastiCache||redis,valkey,memcached,cache
|Elastic Beanstalk||eb,beanstalk
|Elastic Disaster Recovery|drs~|drs,cloudendure
|Elastic IPs|ec2~#Addresses:|eip,eips,elastic ip
|EMR||hadoop,spark,elastic mapreduce
|EMR Serverless|emr~#/serverless
|Entity Resolution
|EventBridge|events~|events,eb,event bus,rules
evs|Elastic VMware Service||vmware
faultinjection|Fault Injection Service|fis~|fis,chaos
|Firewall Manager|wafv2/fmsv2~|fms|global
|Fleet Manager|systems-manager/fleet-manager|rdp
flink|Managed Service for Apache Flink||flink,kinesis analytics
|Forecast
|Fraud Detector
|Free Tier|billing~#/freetier||global
|FSx||lustre,netapp,windows file server
|GameLift||games
glacier|S3 Glacier||archive storage
|Global Accelerator||ga,aga|global
|Glue||etl,data catalog,crawlers
|Glue Studio
grafana|Managed Grafana||amg
greengrass|IoT Greengrass|iot~#/greengrass/v2/cores
|Ground Station||satellite
|GuardDuty||gd,threats
health|Health Dashboard||phd,status,outage|global
|HealthLake||fhir
hostedzones|Route 53 Hosted Zones|route53/v2/hostedzones|zones|global
|IAM||users,identity and access management|global
|IAM Policies|iam~#/policies||global
|IAM Roles|iam~#/roles||global
|IAM Users|iam~#/users||global
identitycenter|IAM Identity Center|singlesignon~|sso,idc,single sign on,permission sets
imagebuilder|EC2 Image Builder
incidentmanager|Incident Manager|systems-manager/incidents~|incidents
|Inspector|inspector/v2~|vulnerabilities,cve
instances|EC2 Instances|ec2~#Instances:|servers
|Internet Gateways|vpcconsole~#igws:|igw
internetmonitor|CloudWatch Internet Monitor|cloudwatch~#internet-monitor
iot|IoT Core||mqtt,things
|IoT SiteWise
|IoT TwinMaker
ipam|VPC IP Address Manager||ip address manager
ivs|Interactive Video Service||streaming
|Kendra
keypairs|EC2 Key Pairs|ec2~#KeyPairs:|ssh keys
|Keyspaces||cassandra
|Kinesis||streams,data streams
kinesisvideo|Kinesis Video Streams||kvs
kms|Key Management Service||keys,cmk,encryption keys
|Lake Formation||data lake permissions
|Lambda||functions,serverless,lambdas
|Launch Templates|ec2~#LaunchTemplates:|lt
|Lex|lexv2~|bots
|License Manager|license-manager~|licenses
|Lightsail||vps|global
|Load Balancers|ec2~#LoadBalancers:|alb,elb,nlb,elastic load balancing,load balancer
location|Location Service||maps
logs|CloudWatch Logs|cloudwatch~#logsV2:log-groups|cwl,log groups,logs
logsinsights|CloudWatch Logs Insights|cloudwatch~#logsV2:logs-insights|insights
|Macie||pii
|Managed Blockchain||blockchain
marketplace|Marketplace Subscriptions|marketplace~#/subscriptions|subscriptions|global
mediaconnect|Elemental MediaConnect
mediaconvert|Elemental MediaConvert||transcoding
medialive|Elemental MediaLive||video
mediapackage|Elemental MediaPackage
mediatailor|Elemental MediaTailor
|MemoryDB
|Migration Hub
mq|Amazon MQ|amazon-mq~|rabbitmq,activemq,brokers
|MSK||kafka,managed streaming for apache kafka
mwaa|Managed Airflow||airflow,dags
|NAT Gateways|vpcconsole~#NatGateways:|nat
|Neptune||graph
|Network Firewall|vpcconsole~#NetworkFirewalls:|nfw,firewall
|Network Interfaces|ec2~#NIC:|eni,enis
opensearch|OpenSearch Service|aos~|aos,es,elasticsearch,kibana
|OpsCenter|systems-manager/opsitems|ops center,opsitems
|Organizations|organizations/v2~|orgs,scp,ou|global
|Outposts
parallelcluster|Parallel Computing Service|pcs~|pcs,hpc
|Parameter Store|systems-manager/parameters|param,parameters,ssm parameters,param store
|Patch Manager|systems-manager/patch-manager|patching
|Payment Cryptography|payment-cryptography~
|Personalize||recommendations
|Pinpoint||end user messaging
|Polly||text to speech,tts
prometheus|Managed Service for Prometheus||amp
|Proton
|Q Business|amazonq/business~|q
|Q Developer|amazonq/developer~|codewhisperer
|QuickSight||bi,quick suite|global
ram|Resource Access Manager||shares,resource shares
|RDS||aurora,postgres,postgresql,mysql,mariadb,db,databases,relational database service
recoverycontroller|Application Recovery Controller|route53recovery~|arc,zonal shift|global
|Redshift|redshiftv2~|data warehousing
|Rekognition||face
|Reserved Instances|ec2~#ReservedInstances:|ri
|Resilience Hub
|Resource Explorer|resource-explorer~|find resources
|Resource Groups|resource-groups~
rolesanywhere|IAM Roles Anywhere
rosa|Red Hat OpenShift Service||openshift
|Route 53|route53/v2~|r53,dns,domains,route 53|global
|Route 53 Resolver||resolver
|Route Tables|vpcconsole~#RouteTables:|route table
|S3||buckets,bucket,simple storage service
sagemaker|SageMaker AI||ml,machine learning,notebooks
|Savings Plans|costmanagement~#/savings-plans/overview|sp|global
scheduler|EventBridge Scheduler||cron,schedules
|Secrets Manager||sm,secrets,secret
|Security Groups|ec2~#SecurityGroups:|sg,sgs
|Security Hub||scrh,findings,cspm
|Security Lake
serverlessrepo|Serverless Application Repository||sar
|Service Catalog||portfolios
|Service Quotas||limits,quotas,quota
ses|Simple Email Service||mail,email
|Session Manager|systems-manager/session-manager|ssh,sessions
|Shield|wafv2/shieldv2|ddos|global
|Signer
snapshots|EBS Snapshots|ec2~#Snapshots:
sns|Simple Notification Service|sns/v3~|topics,notifications,topic
sqs|Simple Queue Service|sqs/v3~|queues,queue,dlq
ssm|Systems Manager|systems-manager~
stacksets|CloudFormation StackSets|cloudformation~#/stacksets
|Step Functions|states~|sfn,states,state machines,workflows,state machine,step function
|Storage Gateway||sgw
|Subnets|vpcconsole~#subnets:|subnet
|Support||cases,tickets|global
swf|Simple Workflow Service|swf/v2~
synthetics|CloudWatch Synthetics|cloudwatch~#synthetics:canary/list|canaries,canary
|Tag Editor|resource-groups/tag-editor/find-resources|tags
|Target Groups|ec2~#TargetGroups:|tg,target group
|Textract||ocr
|Timestream||time series,influxdb
|Transcribe||speech to text
transfer|Transfer Family||sftp,ftp
transitgateway|Transit Gateways|vpcconsole~#TransitGateways:|tgw
|Translate
|Trusted Advisor||ta,tra|global
usernotifications|User Notifications|notifications~||global
|Verified Access|vpcconsole~#VerifiedAccessInstances:|ava
|Verified Permissions||cedar,avp
|VPC|vpcconsole~|virtual private cloud,networks
|VPC Endpoints|vpcconsole~#Endpoints:|privatelink
|VPC Lattice|vpcconsole~#Services:|lattice
vpn|Site-to-Site VPN|vpcconsole~#VpnConnections:|vpn
waf|WAF & Shield|wafv2/homev2|wafv2,web acl,firewall rules
wellarchitected|Well-Architected Tool||wat
|WorkMail|workmail/v2~
|WorkSpaces|workspaces/v2~|desktops,vdi
|X-Ray|cloudwatch~#xray:traces|traces,tracing
`;

/** One line of the table, made whole. */
export interface ServiceRow {
  readonly id: string;
  readonly name: string;
  readonly page: string;
  readonly aliases: readonly string[];
  readonly isGlobal: boolean;
}

export const serviceRows: readonly ServiceRow[] = table.trim().split('\n').map(parseLine);

function parseLine(line: string): ServiceRow {
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
