// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {Commodities} from "../../contracts/commodities/Commodities.sol";
import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {Evaluations} from "../../contracts/experience/Evaluations.sol";
import {ExperiencePower} from "../../contracts/experience/ExperiencePower.sol";
import {Direction, Parameter} from "../../contracts/models/IQualityModels.sol";
import {QualityModels} from "../../contracts/models/QualityModels.sol";
import {Demands} from "../../contracts/platforms/Demands.sol";
import {Platforms} from "../../contracts/platforms/Platforms.sol";
import {Recommenders} from "../../contracts/settlement/Recommenders.sol";
import {Settlement} from "../../contracts/settlement/Settlement.sol";
import {vm} from "./Vm.sol";

/// @notice The whole protocol, deployed and wired as `scripts/deploy` does it; the test contract is the administrator.
abstract contract CommuneTest {
    uint48 internal constant GENESIS = 1_700_000_000;
    uint32 internal constant EPOCH = 7 days;
    uint256 internal constant FUNDS = 1e30;
    bytes32 internal constant DOCUMENT = keccak256("document");
    uint72 internal constant PLATFORM_BOND = 100_000e6;
    uint256 internal constant SIGNER_KEY = 0x5160;
    bytes32 internal constant SEAL_SALT = keccak256("seal salt");
    /// @dev 4006381333931 with its right check digit, as GTIN-14.
    uint64 internal constant GTIN = 4006381333931;

    address internal expert = address(0xE1);
    address internal producer = address(0xB1);
    address internal operator = address(0xA1);
    address internal treasury = address(0xF1);

    AccessManager internal access;
    FaucetToken internal asset;
    QualityModels internal models;
    Commodities internal commodities;
    Platforms internal platforms;
    Demands internal demands;
    Recommenders internal recommenders;
    Settlement internal settlement;
    ExperiencePower internal power;
    Evaluations internal evaluations;
    uint32 internal platformId;

    function setUp() public virtual {
        vm.warp(GENESIS);
        access = new AccessManager(address(this));
        asset = new FaucetToken();
        models = new QualityModels(address(access), asset, GENESIS, EPOCH);
        commodities = new Commodities(address(access), asset, models, GENESIS, EPOCH);
        recommenders = new Recommenders();
        deploySettlement(asset);
        power = new ExperiencePower(address(access), GENESIS, EPOCH);
        evaluations = new Evaluations(address(access), asset, commodities, models, settlement, power, GENESIS, EPOCH);
        commodities.appointEvaluations(address(evaluations));
        power.appointMinter(address(evaluations), true);
        fund(expert);
        fund(producer);
        fund(operator);
        platformId = admitPlatform(operator, "https://relay.example");
    }

    /// @dev A settlement contract, again if there is one, with a register of platforms of its own.
    function deploySettlement(IERC20 asset_) internal {
        settlement = new Settlement(address(access), asset_, commodities, models, recommenders, GENESIS, EPOCH);
        settlement.appointRecipients(treasury, treasury);
        platforms = new Platforms(address(access), asset, settlement, GENESIS, EPOCH);
        settlement.appointPlatforms(platforms);
        demands = new Demands(platforms, settlement);
        platforms.appointDemands(address(demands));
    }

    /* ACTORS */

    /// @dev Gives an account money and lets every contract pull from it.
    function fund(address account) internal {
        asset.drip(account, FUNDS);
        vm.startPrank(account);
        asset.approve(address(models), type(uint256).max);
        asset.approve(address(commodities), type(uint256).max);
        asset.approve(address(platforms), type(uint256).max);
        asset.approve(address(settlement), type(uint256).max);
        asset.approve(address(evaluations), type(uint256).max);
        vm.stopPrank();
    }

    /// @dev Admits a platform whose receipts are signed by {SIGNER_KEY}, and puts up its bond.
    function admitPlatform(address platformOperator, string memory endpoint) internal returns (uint32 id) {
        id = platforms.admit(platformOperator, vm.addr(SIGNER_KEY), endpoint);
        asset.drip(address(this), PLATFORM_BOND);
        asset.approve(address(platforms), PLATFORM_BOND);
        platforms.depositBond(id, PLATFORM_BOND);
    }

    /* TIME */

    function toEpoch(uint32 epoch) internal {
        vm.warp(models.epochStart(epoch));
    }

    /// @dev Second half of an epoch: the tally window when it is a closing epoch.
    function toSecondHalf(uint32 epoch) internal {
        vm.warp(models.epochStart(epoch) + EPOCH / 2);
    }

    /* MODELS AND LOTS */

    /// @dev Two parameters: an open critical one (at most, 0 … 200, T 10, 60 %) and a sealed one (two-sided, −1,000 … 1,000,
    /// T 50, 40 %).
    function twoParameters() internal pure returns (Parameter[] memory parameters) {
        parameters = new Parameter[](2);
        parameters[0] = Parameter("MOISTURE", Direction.AtMost, 1, 0, 200, 10, 6_000, true, false);
        parameters[1] = Parameter("AROMA", Direction.TwoSided, 0, -1_000, 1_000, 50, 4_000, false, true);
    }

    function publishModel() internal returns (uint32 modelId) {
        vm.prank(expert);
        return models.publish(DOCUMENT, twoParameters());
    }

    function listCommodity(uint32 modelId) internal returns (uint32 commodityId) {
        vm.prank(producer);
        return commodities.list(modelId, GTIN, 1_500, 500, DOCUMENT);
    }

    /// @dev Offers a lot of the two-parameter model with the claims 140 (open) and 100 (sealed), and tops up the bond for it.
    function offerLot(
        uint32 commodityId,
        bytes20 lotCode,
        uint32 startEpoch,
        uint8 epochs
    ) internal returns (uint32 lotId) {
        coverNextLot(commodityId);
        vm.prank(producer);
        return commodities.offer(lotOffer(commodityId, lotCode, startEpoch, epochs));
    }

    /// @dev Tops up what the bond lacks for one more lot.
    function coverNextLot(uint32 commodityId) internal {
        uint256 missing = bondForNextLot(commodityId);
        uint256 bond = commodities.commodityOf(commodityId).bond;
        if (bond >= missing) return;
        missing -= bond;
        asset.drip(address(this), missing);
        asset.approve(address(commodities), missing);
        commodities.topUpBond(commodityId, uint96(missing));
    }

    function bondForNextLot(uint32 commodityId) internal view returns (uint256) {
        uint256 required = commodities.bondRequired();
        return
            required +
            (required * commodities.unsealChargeBps()) / 10_000 +
            commodities.commodityOf(commodityId).pledged;
    }

    function lotOffer(
        uint32 commodityId,
        bytes20 lotCode,
        uint32 startEpoch,
        uint8 epochs
    ) internal view returns (ICommodities.LotOffer memory) {
        int32[] memory openClaims = new int32[](1);
        openClaims[0] = 140;
        return
            ICommodities.LotOffer({
                commodityId: commodityId,
                revision: 1,
                lotCode: lotCode,
                units: 1_000,
                startEpoch: startEpoch,
                epochs: epochs,
                openClaims: openClaims,
                sealedClaims: sealedClaims(commodityId, lotCode, sealedValues()),
                documentDigest: DOCUMENT
            });
    }

    function sealedValues() internal pure returns (int32[] memory values) {
        values = new int32[](1);
        values[0] = 100;
    }

    function sealedClaims(uint32 commodityId, bytes20 lotCode, int32[] memory values) internal view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256("TrustedCommerceCommune.SealedClaims"),
                    block.chainid,
                    address(commodities),
                    commodityId,
                    lotCode,
                    values,
                    SEAL_SALT
                )
            );
    }
}
