// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {Commodities} from "../../contracts/commodities/Commodities.sol";
import {Commodity, ICommodities, Lot, LotState, LotTerms} from "../../contracts/commodities/ICommodities.sol";
import {Direction, Parameter} from "../../contracts/models/IQualityModels.sol";
import {QualityModels} from "../../contracts/models/QualityModels.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {bound, vm} from "./Vm.sol";

/// @notice Five people who publish models and offer lots, an administrator, an evaluations contract, and time. Every
/// action is allowed when it is taken; what it should have left behind is kept for the invariants.
/// The runner knows contracts of its test files only: each of them derives the handler that it deploys.
abstract contract RegistersHandler {
    uint256 private constant PEOPLE = 5;
    bytes32 private constant DOCUMENT = keccak256("document");

    QualityModels public immutable models;
    Commodities public immutable commodities;
    address public immutable evaluations;

    uint256 public offered;
    uint256 public concluded;
    uint256 public charged;
    uint256 public published;
    mapping(uint32 lotId => bytes32 digest) public terms;
    mapping(uint32 lotId => bytes32 digest) public verdict;
    mapping(uint32 modelId => mapping(uint16 revision => bytes32 digest)) public frozen;
    mapping(uint32 lotId => uint256 seed) private _seals;
    uint256 private _now;

    constructor(QualityModels models_, Commodities commodities_, address evaluations_) {
        (models, commodities, evaluations) = (models_, commodities_, evaluations_);
        _now = block.timestamp;
        FaucetToken asset = FaucetToken(address(models_.asset()));
        for (uint256 i; i < PEOPLE; ++i) {
            asset.drip(_person(i), 1e24);
            vm.startPrank(_person(i));
            asset.approve(address(models_), type(uint256).max);
            asset.approve(address(commodities_), type(uint256).max);
            vm.stopPrank();
        }
    }

    /// @dev The runner starts every call at its own time.
    modifier inTime() {
        vm.warp(_now);
        _;
    }

    /* TIME AND GOVERNANCE */

    function passTime(uint256 seconds_) external {
        _now += bound(seconds_, 1 hours, 15 days);
    }

    function govern(uint96 modelBond, uint96 commodityBond, uint16 chargeBps) external inTime {
        models.setBondRequired(uint96(bound(modelBond, 1e6, 100_000e6)));
        commodities.setBondRequired(uint96(bound(commodityBond, 1e6, 1_000_000e6)));
        commodities.setUnsealCharge(uint16(bound(chargeBps, 1_000, 10_000)));
    }

    /* MODELS */

    function publish(uint256 seed) external inTime {
        Parameter[] memory parameters = _parameters(seed);
        vm.prank(_person(seed));
        uint32 modelId = models.publish(DOCUMENT, parameters);
        frozen[modelId][1] = keccak256(abi.encode(parameters));
        ++published;
    }

    function revise(uint256 seed) external inTime {
        uint32 modelId = _anyModel(seed);
        if (modelId == 0 || !models.isActive(modelId)) return;
        Parameter[] memory parameters = _parameters(seed);
        vm.prank(models.ownerOf(modelId));
        uint16 revision = models.revise(modelId, DOCUMENT, parameters);
        frozen[modelId][revision] = keccak256(abi.encode(parameters));
    }

    function sellModel(uint256 seed, uint256 buyer) external inTime {
        uint32 modelId = _anyModel(seed);
        if (modelId == 0) return;
        address owner = models.ownerOf(modelId);
        vm.prank(owner);
        models.transferFrom(owner, _person(buyer), modelId);
    }

    function leaveModel(uint256 seed) external inTime {
        uint32 modelId = _anyModel(seed);
        if (modelId == 0 || seed % 3 != 0) return;
        address owner = models.ownerOf(modelId);
        (, uint32 freeFrom) = models.bondOf(modelId);
        if (freeFrom > models.currentEpoch()) return;
        vm.prank(owner);
        if (freeFrom == 0) models.retire(modelId);
        else models.withdrawBond(modelId);
    }

    /* COMMODITIES */

    function list(uint256 seed) external inTime {
        uint32 modelId = _anyModel(seed);
        if (modelId == 0 || !models.isActive(modelId)) return;
        vm.prank(_person(seed >> 8));
        commodities.list(modelId, 4006381333931, uint16(100 + (seed % 2_901)), uint16((seed >> 16) % 2_001), DOCUMENT);
    }

    function topUp(uint256 seed, uint96 amount) external inTime {
        uint32 commodityId = _anyCommodity(seed);
        if (commodityId == 0 || commodities.commodityOf(commodityId).retired) return;
        vm.prank(_person(seed >> 8));
        commodities.topUpBond(commodityId, uint96(bound(amount, 0, 1e18)));
    }

    function leaveCommodity(uint256 seed) external inTime {
        uint32 commodityId = _anyCommodity(seed);
        if (commodityId == 0 || seed % 3 != 0) return;
        Commodity memory commodity = commodities.commodityOf(commodityId);
        bool waits = commodity.lots > 0 && commodities.currentEpoch() < commodity.lastClosingEpoch + 8;
        if (commodity.retired && waits) return;
        vm.prank(commodity.producer);
        if (commodity.retired) commodities.withdrawBond(commodityId);
        else commodities.retire(commodityId);
    }

    /* LOTS */

    function offer(uint256 seed, uint8 epochs, uint32 lead) public inTime {
        uint32 commodityId = _anyCommodity(seed);
        if (commodityId == 0) return;
        Commodity memory commodity = commodities.commodityOf(commodityId);
        if (commodity.retired || !models.isActive(commodity.modelId)) return;
        uint96 required = commodities.bondRequired();
        required += commodity.pledged + uint96((uint256(required) * commodities.unsealChargeBps()) / 10_000);
        if (commodity.bond < required) {
            vm.prank(commodity.producer);
            commodities.topUpBond(commodityId, required - commodity.bond);
        }
        ICommodities.LotOffer memory lot;
        lot.commodityId = commodityId;
        lot.revision = models.latestRevision(commodity.modelId);
        lot.lotCode = bytes20(bytes(vm.toString(offered)));
        lot.units = 1 + uint32(seed % 1_000);
        lot.startEpoch = commodities.currentEpoch() + uint32(bound(lead, 0, 4));
        lot.epochs = uint8(bound(epochs, 1, 8));
        Parameter[] memory parameters = models.parametersOf(commodity.modelId, lot.revision);
        lot.openClaims = _claims(parameters, seed, false);
        lot.sealedClaims = _seal(lot, _claims(parameters, seed, true), bytes32(seed));
        lot.documentDigest = DOCUMENT;
        vm.prank(commodity.producer);
        uint32 lotId = commodities.offer(lot);
        _seals[lotId] = seed;
        terms[lotId] = termsDigest(lotId);
        ++offered;
    }

    function unseal(uint256 seed) public inTime {
        if (offered == 0) return;
        uint32 lotId = uint32(seed % offered);
        LotTerms memory lot = commodities.termsOf(lotId);
        if (lot.unsealed) return;
        uint48 from = commodities.epochStart(lot.closingEpoch);
        if (_now < from || _now >= from + commodities.epochLength() / 2) return;
        Parameter[] memory parameters = models.parametersOf(lot.modelId, commodities.lotOf(lotId).revision);
        commodities.unseal(lotId, _claims(parameters, _seals[lotId], true), bytes32(_seals[lotId]));
    }

    function conclude(uint256 seed, uint256 consensus) public inTime {
        if (offered == 0) return;
        uint32 lotId = uint32(seed % offered);
        LotTerms memory lot = commodities.termsOf(lotId);
        if (commodities.lotOf(lotId).state != LotState.Offered) return;
        if (commodities.currentEpoch() <= lot.closingEpoch) return;
        vm.prank(evaluations);
        if (!lot.unsealed) charged += commodities.concludeSealed(lotId);
        else if (seed % 4 == 0) commodities.concludeUnproven(lotId, 3);
        else commodities.concludeProven(lotId, Values.wrap(consensus), 9, 900);
        verdict[lotId] = lotDigest(lotId);
        ++concluded;
    }

    /// @dev A lot from its offer to its end, so that many lots come that far.
    function live(uint256 seed, uint8 epochs, bool opened) external {
        uint256 before = offered;
        offer(seed, epochs, 0);
        if (offered == before) return;
        LotTerms memory lot = commodities.termsOf(uint32(before));
        _now = commodities.epochStart(lot.closingEpoch);
        if (opened) unseal(before);
        _now += commodities.epochLength();
        conclude(before, seed);
    }

    /* WHAT MUST HOLD */

    function lotDigest(uint32 lotId) public view returns (bytes32) {
        return keccak256(abi.encode(commodities.lotOf(lotId), commodities.lotCodeOf(lotId)));
    }

    /// @dev All that a round may not change.
    function termsDigest(uint32 lotId) public view returns (bytes32) {
        Lot memory lot = commodities.lotOf(lotId);
        (lot.state, lot.unsealed, lot.gradeBps, lot.claims) = (LotState.None, false, 0, Values.wrap(0));
        return keccak256(abi.encode(lot, commodities.lotCodeOf(lotId)));
    }

    /* INTERNAL */

    function _person(uint256 i) private pure returns (address) {
        return address(uint160(0xC0FFEE00 + (i % PEOPLE)));
    }

    function _anyModel(uint256 seed) private view returns (uint32) {
        uint32 count = models.modelCount();
        return count == 0 ? 0 : uint32(1 + ((seed >> 32) % count));
    }

    function _anyCommodity(uint256 seed) private view returns (uint32) {
        uint32 count = commodities.commodityCount();
        return count == 0 ? 0 : uint32(1 + ((seed >> 64) % count));
    }

    function _seal(
        ICommodities.LotOffer memory lot,
        int32[] memory values,
        bytes32 salt
    ) private view returns (bytes32) {
        bytes32 tag = keccak256("TrustedCommerceCommune.SealedClaims");
        return
            keccak256(abi.encode(tag, block.chainid, address(commodities), lot.commodityId, lot.lotCode, values, salt));
    }

    /// @dev One to eight parameters with random ranges up to the whole int32; the last one takes the rest of the weight.
    function _parameters(uint256 seed) private pure returns (Parameter[] memory parameters) {
        parameters = new Parameter[](1 + (seed % 8));
        uint16 left = 10_000;
        for (uint256 i; i < parameters.length; ++i) {
            uint256 word = uint256(keccak256(abi.encode(seed, i)));
            Parameter memory p = parameters[i];
            p.code = bytes12(bytes1(uint8(0x41 + (((seed % 26) + i) % 26))));
            p.direction = Direction(word % 3);
            p.decimals = uint8((word >> 8) % 10);
            (p.legalMin, p.legalMax) = (int32(uint32(word >> 16)), int32(uint32(word >> 48)));
            if (p.legalMin == p.legalMax) p.legalMax = p.legalMin == 0 ? int32(1) : int32(0);
            if (p.legalMin > p.legalMax) (p.legalMin, p.legalMax) = (p.legalMax, p.legalMin);
            p.tolerance = uint32(bound(word >> 80, 1, type(uint32).max));
            bool last = i + 1 == parameters.length;
            p.weightBps = last ? left : uint16(1 + ((word >> 112) % 1_400));
            left -= p.weightBps;
            (p.critical, p.isSealed) = (word >> 255 == 1, last || (word >> 254) & 1 == 1);
        }
    }

    /// @dev A legal claim for every (un)sealed parameter.
    function _claims(
        Parameter[] memory parameters,
        uint256 seed,
        bool isSealed
    ) private pure returns (int32[] memory claims) {
        uint256 count;
        for (uint256 i; i < parameters.length; ++i) if (parameters[i].isSealed == isSealed) ++count;
        claims = new int32[](count);
        count = 0;
        for (uint256 i; i < parameters.length; ++i) {
            Parameter memory p = parameters[i];
            if (p.isSealed != isSealed) continue;
            uint256 span = uint256(int256(p.legalMax) - p.legalMin) + 1;
            claims[count++] = int32(p.legalMin + int256(uint256(keccak256(abi.encode(seed, i))) % span));
        }
    }
}
