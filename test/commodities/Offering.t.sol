// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities, Lot, LotState, LotTerms} from "../../contracts/commodities/ICommodities.sol";
import {Direction, Parameter} from "../../contracts/models/IQualityModels.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract OfferingTest is CommoditiesTest {
    bytes20 private constant CODE = "LOT-1";

    /// @dev Several lots are open at once here.
    function setUp() public override {
        super.setUp();
        vm.prank(producer);
        commodities.topUpBond(commodityId, 10 * BOND);
    }

    /* OFFERED */

    function testFuzz_offer_keepsEverythingAndSaysEverything(
        uint32 lead,
        uint8 epochs,
        uint32 units,
        int32 claim,
        bytes32 seal,
        bytes32 digest
    ) public {
        vm.assume(seal != 0 && digest != 0 && units != 0);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.startEpoch = uint32(bound(lead, START, START + 4));
        offer.epochs = uint8(bound(epochs, 1, 8));
        offer.units = units;
        offer.openClaims = one(int32(int256(bound(uint32(claim), 0, 200))));
        (offer.sealedClaims, offer.documentDigest) = (seal, digest);
        Lot memory expected = Lot({
            commodityId: commodityId,
            revision: 1,
            startEpoch: offer.startEpoch,
            epochs: offer.epochs,
            state: LotState.Offered,
            unsealed: false,
            parameterCount: 2,
            feeBps: 1_500,
            commissionBps: 500,
            units: units,
            ordinal: 1,
            gradeBps: 0,
            evaluations: address(evaluations),
            sealCharge: CHARGE,
            claims: two(offer.openClaims[0], 0),
            sealedClaims: seal
        });
        vm.expectEmit(address(commodities));
        emit ICommodities.LotOffered(0, commodityId, modelId, CODE, expected, digest);
        vm.prank(producer);
        vm.assertEq(uint256(commodities.offer(offer)), 0);

        vm.assertEq(keccak256(abi.encode(commodities.lotOf(0))), keccak256(abi.encode(expected)));
        vm.assertEq(bytes32(commodities.lotCodeOf(0)), bytes32(CODE));
        vm.assertEq(uint256(commodities.lotCount()), 1);
        LotTerms memory terms = LotTerms({
            commodityId: commodityId,
            modelId: modelId,
            producer: producer,
            evaluations: address(evaluations),
            startEpoch: offer.startEpoch,
            closingEpoch: offer.startEpoch + offer.epochs + 3,
            ordinal: 1,
            feeBps: 1_500,
            commissionBps: 500,
            parameterCount: 2,
            unsealed: false
        });
        vm.assertEq(keccak256(abi.encode(commodities.termsOf(0))), keccak256(abi.encode(terms)));
        vm.assertEq(uint256(commodities.commodityOf(commodityId).lastClosingEpoch), terms.closingEpoch);
        vm.assertEq(uint256(commodities.commodityOf(commodityId).lots), 1);
    }

    function test_offer_countsLotsOverAllAndOrdinalsPerCommodity() public {
        uint32 other = listCommodity(modelId);
        uint32[4] memory owners = [commodityId, other, other, commodityId];
        uint32[4] memory ordinals = [uint32(1), 1, 2, 2];
        for (uint32 i; i < 4; ++i) {
            vm.assertEq(uint256(anyLotOf(owners[i], START)), i);
            vm.assertEq(uint256(commodities.termsOf(i).ordinal), ordinals[i]);
        }
    }

    function test_offer_keepsTheLatestClosingEpoch() public {
        offerLot(commodityId, "LONG", START, 8);
        offerLot(commodityId, "SHORT", START, 1);
        vm.assertEq(uint256(commodities.commodityOf(commodityId).lastClosingEpoch), START + 8 + 3);
    }

    function test_offer_appointsTheEvaluationsOfItsTime() public {
        uint32 first = anyLot(START);
        commodities.appointEvaluations(address(0xE2));
        uint32 second = anyLot(START);
        vm.assertEq(commodities.termsOf(first).evaluations, address(evaluations));
        vm.assertEq(commodities.termsOf(second).evaluations, address(0xE2));
    }

    /// @dev Eight parameters at the ends of int32, open and sealed mixed: every claim in its own lane.
    function test_offer_putsOpenClaimsIntoTheirLanes() public {
        Parameter[] memory parameters = _eightParameters();
        revise(parameters);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.revision = 2;
        offer.openClaims = new int32[](4);
        (offer.openClaims[0], offer.openClaims[1]) = (type(int32).min, type(int32).max);
        (offer.openClaims[2], offer.openClaims[3]) = (-1, 7);
        vm.prank(producer);
        uint32 lotId = commodities.offer(offer);
        Values expected = Values.wrap(0).with(0, type(int32).min).with(2, type(int32).max).with(4, -1).with(6, 7);
        vm.assertEq(Values.unwrap(commodities.lotOf(lotId).claims), Values.unwrap(expected));
        vm.assertEq(uint256(commodities.lotOf(lotId).parameterCount), 8);
    }

    function test_offer_withoutOpenParametersNeedsNoClaim() public {
        Parameter[] memory parameters = twoParameters();
        parameters[0].isSealed = true;
        revise(parameters);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        (offer.revision, offer.openClaims) = (2, new int32[](0));
        vm.prank(producer);
        commodities.offer(offer);
        offer.lotCode = "OTHER";
        offer.openClaims = new int32[](1);
        _refuses(offer, abi.encodeWithSelector(ICommodities.ClaimCount.selector, 1, 0));
    }

    function test_offer_sameCodeOfAnotherCommodityIsFree() public {
        uint32 other = listCommodity(modelId);
        offerLot(commodityId, CODE, START, 1);
        offerLot(other, CODE, START, 1);
        vm.assertEq(bytes32(commodities.lotCodeOf(0)), bytes32(commodities.lotCodeOf(1)));
    }

    /* CLAIMS */

    function testFuzz_offer_refusesAClaimOutsideTheLegalRange(int32 claim) public changesNothing {
        vm.assume(claim < 0 || claim > 200);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.openClaims = one(claim);
        _refuses(offer, abi.encodeWithSelector(ICommodities.ClaimOutOfLegalRange.selector, 0, claim, 0, 200));
    }

    function test_offer_acceptsTheEndsOfTheLegalRange() public {
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.openClaims = one(0);
        vm.startPrank(producer);
        commodities.offer(offer);
        (offer.lotCode, offer.openClaims) = ("LOT-2", one(200));
        commodities.offer(offer);
        vm.stopPrank();
    }

    function test_offer_refusesAMissingClaim() public changesNothing {
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.openClaims = new int32[](0);
        _refuses(offer, abi.encodeWithSelector(ICommodities.ClaimCount.selector, 0, 1));
    }

    function testFuzz_offer_refusesSurplusClaims(uint256 count) public changesNothing {
        count = bound(count, 2, 40);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.openClaims = new int32[](count);
        _refuses(offer, abi.encodeWithSelector(ICommodities.ClaimCount.selector, count, 1));
    }

    function test_offer_refusesNoSealedClaims() public changesNothing {
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.sealedClaims = 0;
        _refuses(offer, abi.encodeWithSelector(ICommodities.NoSealedClaims.selector));
    }

    /* REVISION AND MODEL */

    function testFuzz_offer_refusesOtherRevisions(uint16 revision) public {
        revise(twoParameters());
        revise(twoParameters());
        vm.assume(revision != 3);
        bytes32 before = fingerprint();
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.revision = revision;
        _refuses(offer, abi.encodeWithSelector(ICommodities.RevisionOutdated.selector, modelId, revision, 3));
        vm.assertEq(fingerprint(), before);
    }

    /// @dev Lots keep the revision they were offered under.
    function test_offer_isNotTouchedByALaterRevision() public {
        uint32 lotId = anyLot(START);
        Parameter[] memory parameters = new Parameter[](1);
        parameters[0] = Parameter("OTHER", Direction.AtLeast, 0, 0, 9, 1, 10_000, true, true);
        revise(parameters);
        vm.assertEq(uint256(commodities.lotOf(lotId).revision), 1);
        vm.assertEq(uint256(commodities.termsOf(lotId).parameterCount), 2);
    }

    function test_offer_refusesARetiredModel() public changesNothing {
        vm.prank(expert);
        models.retire(modelId);
        _refuses(
            lotOffer(commodityId, CODE, START, 1),
            abi.encodeWithSelector(ICommodities.ModelNotActive.selector, modelId)
        );
    }

    /* LOT CODE, UNITS, DOCUMENT */

    function test_offer_refusesADuplicateLotCode() public {
        offerLot(commodityId, CODE, START, 1);
        bytes32 before = fingerprint();
        _refuses(
            lotOffer(commodityId, CODE, START + 1, 2),
            abi.encodeWithSelector(ICommodities.LotCodeTaken.selector, commodityId, CODE)
        );
        vm.assertEq(fingerprint(), before);
    }

    /// @dev Even when the first lot is over.
    function test_offer_refusesTheCodeOfAFinishedLot() public {
        conclude(offerLot(commodityId, CODE, START, 1), LotState.Unproven);
        toEpoch(START + 20);
        _refuses(
            lotOffer(commodityId, CODE, START + 20, 1),
            abi.encodeWithSelector(ICommodities.LotCodeTaken.selector, commodityId, CODE)
        );
    }

    function test_offer_refusesBadLotCodes() public changesNothing {
        bytes20[5] memory codes = [bytes20(0), "LOT 1", bytes20("A\x00B"), "\x00A", "L\xc3\xb8t"];
        for (uint256 i; i < codes.length; ++i) {
            _refuses(
                lotOffer(commodityId, codes[i], START, 1),
                abi.encodeWithSelector(ICommodities.InvalidLotCode.selector, codes[i])
            );
        }
    }

    function test_offer_refusesNoUnits() public changesNothing {
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.units = 0;
        _refuses(offer, abi.encodeWithSelector(ICommodities.NoUnits.selector));
    }

    function test_offer_refusesNoDocument() public changesNothing {
        ICommodities.LotOffer memory offer = lotOffer(commodityId, CODE, START, 1);
        offer.documentDigest = 0;
        _refuses(offer, abi.encodeWithSelector(ICommodities.NoDocument.selector));
    }

    /* SALE WINDOW */

    function testFuzz_offer_refusesSalesOfOtherLengths(uint8 epochs) public changesNothing {
        vm.assume(epochs == 0 || epochs > 8);
        _refuses(
            lotOffer(commodityId, CODE, START, epochs),
            abi.encodeWithSelector(ICommodities.SaleLength.selector, epochs, 8)
        );
    }

    function testFuzz_offer_refusesSalesThatStartTooEarlyOrTooLate(uint32 start) public changesNothing {
        vm.assume(start < START || start > START + 4);
        _refuses(
            lotOffer(commodityId, CODE, start, 1),
            abi.encodeWithSelector(ICommodities.SaleStart.selector, start, START, START + 4)
        );
    }

    function test_offer_acceptsASaleThatEndsThisEpoch() public {
        vm.warp(models.epochStart(START + 1) - 1);
        anyLot(START);
        vm.warp(models.epochStart(START + 1));
        _refuses(
            lotOffer(commodityId, CODE, START, 1),
            abi.encodeWithSelector(ICommodities.SaleStart.selector, START, START + 1, START + 5)
        );
    }

    /* WHO AND WITH WHAT */

    function testFuzz_offer_refusesOthers(address caller) public changesNothing {
        vm.assume(caller != producer);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.NotProducer.selector, commodityId, caller));
        commodities.offer(lotOffer(commodityId, CODE, START, 1));
    }

    function test_offer_refusesARetiredCommodity() public {
        vm.prank(producer);
        commodities.retire(commodityId);
        bytes32 before = fingerprint();
        _refuses(
            lotOffer(commodityId, CODE, START, 1),
            abi.encodeWithSelector(ICommodities.CommodityIsRetired.selector, commodityId)
        );
        vm.assertEq(fingerprint(), before);
    }

    function test_offer_refusesABondThatIsTooLow() public {
        commodityId = listCommodity(modelId);
        bytes32 before = fingerprint();
        _refuses(
            lotOffer(commodityId, CODE, START, 1),
            abi.encodeWithSelector(ICommodities.BondTooLow.selector, commodityId, BOND, BOND + CHARGE)
        );
        vm.assertEq(fingerprint(), before);
        vm.prank(producer);
        commodities.topUpBond(commodityId, CHARGE);
        vm.prank(producer);
        commodities.offer(lotOffer(commodityId, CODE, START, 1));
        vm.assertEq(bondOf(commodityId), BOND + CHARGE);
    }

    function test_offer_refusesWithoutEvaluations() public {
        commodities.appointEvaluations(address(0));
        bytes32 before = fingerprint();
        _refuses(lotOffer(commodityId, CODE, START, 1), abi.encodeWithSelector(ICommodities.NoEvaluations.selector));
        vm.assertEq(fingerprint(), before);
    }

    /* VIEWS */

    function testFuzz_lots_refuseUnknownIds(uint32 lotId) public {
        anyLot(START);
        vm.assume(lotId != 0);
        bytes memory expected = abi.encodeWithSelector(ICommodities.UnknownLot.selector, lotId);
        vm.expectRevert(expected);
        commodities.lotOf(lotId);
        vm.expectRevert(expected);
        commodities.termsOf(lotId);
        vm.expectRevert(expected);
        commodities.unseal(lotId, one(1), SEAL_SALT);
        vm.startPrank(address(evaluations));
        vm.expectRevert(expected);
        commodities.concludeProven(lotId, two(0, 0), 7, 700);
        vm.expectRevert(expected);
        commodities.concludeUnproven(lotId, 1);
        vm.expectRevert(expected);
        commodities.concludeSealed(lotId);
        vm.stopPrank();
        vm.assertFalse(commodities.isSellable(lotId));
    }

    function testFuzz_isSellable_onlyInTheSaleWindow(uint32 lead, uint8 epochs, uint256 time) public {
        uint32 start = uint32(bound(lead, START, START + 4));
        epochs = uint8(bound(epochs, 1, 8));
        uint32 lotId = offerLot(commodityId, CODE, start, epochs);
        (uint48 from, uint48 until) = (models.epochStart(start), models.epochStart(start + epochs));
        vm.warp(bound(time, models.epochStart(START), models.epochStart(START + 20)));
        vm.assertEq(commodities.isSellable(lotId), block.timestamp >= from && block.timestamp < until);
        vm.warp(from);
        vm.assertTrue(commodities.isSellable(lotId));
        vm.warp(until - 1);
        vm.assertTrue(commodities.isSellable(lotId));
        vm.warp(until);
        vm.assertFalse(commodities.isSellable(lotId));
        vm.warp(from - 1);
        vm.assertFalse(commodities.isSellable(lotId));
    }

    function test_isSellable_notOnceConcluded() public {
        for (uint8 state = uint8(LotState.Trusted); state <= uint8(LotState.Suspended); ++state) {
            uint32 lotId = anyLot(START);
            vm.assertTrue(commodities.isSellable(lotId));
            conclude(lotId, LotState(state));
            vm.assertFalse(commodities.isSellable(lotId));
        }
    }

    /// @dev A court took the bond because of another lot: nothing stands behind the claims of this one until it is topped up.
    function test_isSellable_notWithoutABondForThePledges() public {
        uint32[2] memory lots = [anyLot(START), anyLot(START)];
        commodities.appointDisputes(address(this));
        commodities.holdBond(lots[0]);
        commodities.condemn(lots[0]);
        commodities.releaseBond(lots[0]);
        vm.assertFalse(commodities.isSellable(lots[1]));
        vm.startPrank(producer);
        commodities.topUpBond(commodityId, 2 * CHARGE - 1);
        vm.assertFalse(commodities.isSellable(lots[1]));
        commodities.topUpBond(commodityId, 1);
        vm.stopPrank();
        vm.assertTrue(commodities.isSellable(lots[1]));
    }

    function test_isSellable_runsOffAfterRetirement() public {
        uint32 lotId = anyLot(START);
        vm.prank(producer);
        commodities.retire(commodityId);
        vm.prank(expert);
        models.retire(modelId);
        vm.assertTrue(commodities.isSellable(lotId));
    }

    /* HELPERS */

    function _refuses(ICommodities.LotOffer memory offer, bytes memory expected) private {
        vm.prank(producer);
        vm.expectRevert(expected);
        commodities.offer(offer);
    }

    /// @dev Over the whole int32, every second one sealed.
    function _eightParameters() private pure returns (Parameter[] memory parameters) {
        parameters = new Parameter[](8);
        for (uint256 i; i < 8; ++i) {
            bytes12 code = bytes12(bytes1(uint8(0x41 + i)));
            parameters[i] = Parameter(
                code,
                Direction.TwoSided,
                0,
                type(int32).min,
                type(int32).max,
                1,
                1_250,
                false,
                i % 2 == 1
            );
        }
    }
}
