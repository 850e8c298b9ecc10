/** The file that `koosandbox init` writes: a seller with a product, and examples of everything else as comments. */
export const CONFIG_TEMPLATE = `# koosandbox.config.yaml: your own part of the marketplace, on top of a starting world.
# 您自己的云商店数据:在起始世界之上叠加商品、规格、价格、账号、设置、商家地址和密钥。
#
# \`koosandbox serve\` finds this file in its folder, or reads it with --config FILE. 启动时自动读取当前目录下的本文件,也可用 --config 指定。
# - Money is yuan in quotation marks: '199.00'. 金额以元为单位,写在引号内。
# - Times are distances from the start (-P3D, P1M, PT0S) or 2026-01-01T00:00:00Z. 时间写成相对起始时刻的距离,或 UTC 时刻。
# - \`ref\` names an entry of this file, '@ref' refers to it; refer to accounts and products of the starting world by their names
#   (@seller, @buyer, @crm-basic-month). ref 用于命名,'@名称' 用于引用;起始世界的账号和商品可直接按名称引用。
# - '\${NAME}' is replaced by an environment variable, so that keys need not be in this file. 密钥可写成环境变量引用。
# - Unknown keys are refused with their line. Then nothing of the file is applied. 未知的键会连同行号一起报错;要么全部生效,要么全部不生效。

about: My products on KooGallery
# default | empty | busy | every-state | trouble | desktops | filing. 起始世界
world: default

# \`koosandbox settings\` lists them all. 可配置项(华为云资料未说明或互相矛盾之处)
settings:
  bss.provisioningDelay: PT5S

accounts:
  # You, the seller (商家). \`print\` makes \`koosandbox env\` show its keys. print 表示打印该账号的密钥
  - { ref: me, role: seller, print: seller, name: my_company, displayName: 我的软件公司, userName: ops, password: Sandbox@2026, projects: [{ id: '11111111111111111111111111111111', name: cn-north-4 }] }
  # Your customer (买家)
  - { ref: customer, role: buyer, name: my_customer, displayName: 示例客户有限公司, userName: buyer, password: Sandbox@2026, projects: [{ id: '22222222222222222222222222222222', name: cn-north-4 }], balance: '10000.00' }
  # level: V0 … V5 sets how long grace and retention last; contractProducts: products of its standard contract. level 决定宽限期和保留期;contractProducts 为框架合同内的商品

# One entry for each specification and charging mode; entries of one specification share the skuCode. 每个规格、每种计费方式一条,同一规格共用 skuCode
# kind: saas | licence | licence-v1 | image | hardware | manual-service | api | agents-gateway | orchestration | data-file
# chargingMode: period | one-time | on-demand | on-demand-package
products:
  - { ref: app-month, skuCode: my-app-basic, name: 我的应用, specDesc: 基础版, kind: saas, chargingMode: period, periodType: month, price: '99.00', serviceType: hws.service.type.marketplace, resourceType: hws.resource.type.marketplace.saas, resourceTypeName: SaaS应用, resourceSpec: saas.app-month, sellerId: '@me', delivery: automatic }
  - { ref: app-year, skuCode: my-app-basic, name: 我的应用, specDesc: 基础版, kind: saas, chargingMode: period, periodType: year, price: '990.00', serviceType: hws.service.type.marketplace, resourceType: hws.resource.type.marketplace.saas, resourceTypeName: SaaS应用, resourceSpec: saas.app-year, sellerId: '@me', delivery: automatic }

# The key that signs the calls of your production interface. 生产接口密钥
# use: basic (基础接口) | kit (联营kit) | licence (授权码) | notification (通用接口) | appcode
sellerKeys:
  - { id: my-basic-key, accountId: '@me', use: basic, secret: change-me-11111111-2222-3333-4444 }
  # - { id: my-licence-key, accountId: '@me', use: licence, secret: '\${MY_LICENCE_KEY}' }

# Where your production interface listens. With an address, your interface opens the orders; without one, they are opened automatically.
# 生产接口地址。去掉注释后,订单将由您的接口开通,而不再自动开通
# addresses:
#   - { sellerId: '@me', use: basic, url: 'http://127.0.0.1:8080/koogallery', version: 2 }

# Application credentials for single sign-on. 应用凭证(单点登录)
# clients:
#   - { id: my-client, accountId: '@me', secret: '\${MY_CLIENT_SECRET}', appId: '20260101000000099', redirectUris: ['http://localhost:3000/callback'] }

# Orders that exist at the start. 起始时已有的订单
# orders:
#   - { customerId: '@customer', type: new, status: pending-payment, serviceType: hws.service.type.marketplace, source: 1, createdBy: buyer, createdAt: -P1D, paymentDeadline: P6D, lines: [{ productId: '@app-month', quantity: 1, periodType: month, periodNum: 3 }] }

# Vouchers and discounts. 代金券与折扣
# coupons:
#   - { code: CP260101000099TEST, customerId: '@customer', type: 301, faceValue: '50.00', balance: '50.00', planName: 测试代金券, planDesc: 无限制, effectiveAt: -P1D, expireAt: P30D, status: usable, version: 2, usage: 全部产品 }
# discounts:
#   - { customerId: '@customer', type: 0, ratio: 0.9, endsAt: P30D }
`
