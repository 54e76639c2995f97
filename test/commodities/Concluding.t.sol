// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities, Lot, LotState, ScoringBasis, Verdict} from "../../contracts/commodities/ICommodities.sol";
import {Direction, Parameter} from "../../contracts/models/IQualityModels.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice The twin of a lot with the claims 140 (critical, at most, 0 … 200, T 10, 60 %) and 100 (sealed, two-sided,
/// −1,000 … 1,000, T 50, 40 %).
contract ConcludingTest is CommoditiesTest {
    uint32 private _lotId;

    function setUp() public override {
        super.setUp();
        _lotId = anyLot(START);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, "OPENED", START, 1);
        coverNextLot(commodityId);
        vm.prank(producer);
        _lotId = commodities.offer(offer);
        toEpoch(START + 4);
        commodities.unseal(_lotId, sealedValues(), SEAL_SALT);
        toEpoch(START + 5);
    }

    /* VERDICT */

    function test_concludeProven_atTheClaims() public {
        _proves(140, 100, LotState.Trusted, 10_000, 10_000, 10_000, 0);
    }

    /// @dev Drier than claimed is no fault, an aroma off by half a tolerance costs 20 points of the 40 %.
    function test_concludeProven_weighsTheGrades() public {
        _proves(0, 125, LotState.Trusted, 10_000, 8_000, 9_200, 0);
    }

    function test_concludeProven_passesAtOneTolerance() public {
        _proves(150, 50, LotState.Trusted, 6_000, 6_000, 6_000, 0);
    }

    /// @dev One unit more: 11 · 128 / 10 = 140.8, rounded up to 141.
    function test_concludeProven_flagsACriticalParameterBelowSixty() public {
        _proves(151, 100, LotState.Flagged, 5_390, 10_000, 7_234, 0);
    }

    function test_concludeProven_doesNotFlagOtherParameters() public {
        _proves(140, 1_000, LotState.Trusted, 10_000, 0, 6_000, 2);
    }

    function test_concludeProven_contestsMoreThanOneTolerance() public {
        _proves(140, 151, LotState.Trusted, 10_000, 5_859, 8_343, 2);
    }

    function test_concludeProven_doesNotContestOpenClaims() public {
        _proves(200, 100, LotState.Flagged, 0, 10_000, 4_000, 0);
    }

    function test_concludeProven_flagsAboveTheLegalRange() public {
        _proves(140, 1_001, LotState.Flagged, 10_000, 0, 6_000, 2);
    }

    function test_concludeProven_flagsBelowTheLegalRange() public {
        _proves(-1, 100, LotState.Flagged, 10_000, 10_000, 10_000, 0);
    }

    function test_concludeProven_atTheEndsOfTheLegalRange() public {
        _proves(0, 100, LotState.Trusted, 10_000, 10_000, 10_000, 0);
    }

    function test_concludeProven_atTheEndsOfInt32() public {
        _proves(type(int32).max, type(int32).min, LotState.Flagged, 0, 0, 0, 2);
    }

    function testFuzz_concludeProven_keepsTheVerdict(
        int32 moisture,
        int32 aroma,
        uint32 reports,
        uint256 effective
    ) public {
        uint256 first = _grade(int256(moisture) - 140 > 0 ? int256(moisture) - 140 : int256(0), 10);
        int256 off = int256(aroma) - 100;
        uint256 second = _grade(off < 0 ? -off : off, 50);
        bool legal = moisture >= 0 && moisture <= 200 && aroma >= -1_000 && aroma <= 1_000;
        Verdict memory verdict = _verdict(moisture, aroma);
        verdict.state = first >= 6_000 && legal ? LotState.Trusted : LotState.Flagged;
        (verdict.grades[0], verdict.grades[1]) = (uint16(first), uint16(second));
        verdict.overallBps = uint16((first * 6_000 + second * 4_000) / 10_000);
        verdict.contested = off > 50 || off < -50 ? 2 : 0;
        (verdict.reports, verdict.effectiveReports) = (reports, effective);
        _provesVerdict(verdict, two(moisture, aroma));
    }

    function test_concludeProven_givesTolerancesAndWeights() public {
        ScoringBasis memory basis = prove(_lotId, two(140, 100));
        vm.assertEq(basis.tolerances, 10 | (50 << 32));
        vm.assertEq(uint256(basis.weights), 6_000 | (4_000 << 16));
        vm.assertEq(Values.unwrap(basis.base), Values.unwrap(two(140, 0)));
    }

    /// @dev The eighth lane is the highest of each word.
    function test_concludeProven_givesTolerancesAndWeightsOfEightParameters() public {
        Parameter[] memory parameters = new Parameter[](8);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, "EIGHT", START + 5, 1);
        (offer.revision, offer.openClaims) = (2, new int32[](7));
        for (uint256 i; i < 8; ++i) {
            bytes12 code = bytes12(bytes1(uint8(0x41 + i)));
            (uint32 tolerance, uint16 weight) = (type(uint32).max - uint32(i), i == 7 ? 9_300 : 100);
            parameters[i] = Parameter(
                code,
                Direction.TwoSided,
                0,
                -9,
                type(int32).max,
                tolerance,
                weight,
                false,
                i == 7
            );
            if (i < 7) offer.openClaims[i] = -int32(int256(i));
        }
        revise(parameters);
        coverNextLot(commodityId);
        vm.prank(producer);
        uint32 lotId = commodities.offer(offer);
        ScoringBasis memory basis = prove(lotId, Values.wrap(0));
        for (uint256 i; i < 8; ++i) {
            vm.assertEq(uint256(uint32(basis.tolerances >> (32 * i))), parameters[i].tolerance);
            vm.assertEq(uint256(uint16(basis.weights >> (16 * i))), parameters[i].weightBps);
            int256 middle = (int256(type(int32).max) - 9) / 2;
            vm.assertEq(int256(basis.base.get(i)), i == 7 ? middle : -int256(i));
        }
    }

    /// @dev Lanes without a parameter are nobody's.
    function test_concludeProven_ignoresUnusedLanes() public {
        Verdict memory verdict = _verdict(140, 100);
        (verdict.state, verdict.overallBps) = (LotState.Trusted, 10_000);
        (verdict.grades[0], verdict.grades[1]) = (10_000, 10_000);
        (verdict.reports, verdict.effectiveReports) = (5, 500);
        _provesVerdict(verdict, two(140, 100).with(2, -1).with(7, type(int32).min));
    }

    /* OTHER ENDS */

    function testFuzz_concludeUnproven_keepsNothingElse(uint32 reports) public {
        Lot memory expected = commodities.lotOf(_lotId);
        expected.state = LotState.Unproven;
        vm.expectEmit(address(commodities));
        emit ICommodities.TwinUnproven(_lotId, commodityId, reports);
        vm.prank(address(evaluations));
        commodities.concludeUnproven(_lotId, reports);
        vm.assertEq(keccak256(abi.encode(commodities.lotOf(_lotId))), keccak256(abi.encode(expected)));
        vm.assertEq(bondOf(commodityId), BOND + 2 * CHARGE);
        vm.assertEq(uint256(commodities.lastConsensus(commodityId, "AROMA").closingEpoch), 0);
    }

    function test_concludeSealed_suspendsAndTeachesNothing() public {
        Lot memory expected = commodities.lotOf(_lotId);
        expected.state = LotState.Suspended;
        vm.prank(address(evaluations));
        vm.assertEq(commodities.concludeSealed(_lotId), CHARGE);
        vm.assertEq(keccak256(abi.encode(commodities.lotOf(_lotId))), keccak256(abi.encode(expected)));
        vm.assertEq(uint256(commodities.lastConsensus(commodityId, "AROMA").closingEpoch), 0);
    }

    /* ONCE, AND BY ONE ONLY */

    function test_conclude_refusesASecondTime() public {
        for (uint8 end = uint8(LotState.Trusted); end <= uint8(LotState.Suspended); ++end) {
            uint32 lotId = _end(LotState(end));
            bytes32 before = fingerprint();
            bytes memory expected = abi.encodeWithSelector(
                ICommodities.AlreadyConcluded.selector,
                lotId,
                LotState(end)
            );
            vm.startPrank(address(evaluations));
            vm.expectRevert(expected);
            commodities.concludeProven(lotId, two(140, 100), 7, 700);
            vm.expectRevert(expected);
            commodities.concludeUnproven(lotId, 1);
            vm.expectRevert(expected);
            commodities.concludeSealed(lotId);
            vm.stopPrank();
            vm.assertEq(fingerprint(), before);
        }
    }

    function testFuzz_conclude_refusesOthers(address caller) public changesNothing {
        vm.assume(caller != address(evaluations));
        _refusesCaller(caller);
    }

    /// @dev A newly appointed contract has no power over running rounds, and the old one keeps its own.
    function test_conclude_belongsToTheEvaluationsOfTheOffer() public {
        address successor = address(0xE2);
        commodities.appointEvaluations(successor);
        bytes32 before = fingerprint();
        _refusesCaller(successor);
        vm.assertEq(fingerprint(), before);
        prove(_lotId, two(140, 100));
    }

    /* HELPERS */

    function _end(LotState end) private returns (uint32 lotId) {
        lotId = anyLot(START + 5);
        conclude(lotId, end);
    }

    function _refusesCaller(address caller) private {
        bytes memory expected = abi.encodeWithSelector(ICommodities.NotEvaluations.selector, _lotId, caller);
        vm.startPrank(caller);
        vm.expectRevert(expected);
        commodities.concludeProven(_lotId, two(140, 100), 7, 700);
        vm.expectRevert(expected);
        commodities.concludeUnproven(_lotId, 1);
        vm.expectRevert(expected);
        commodities.concludeSealed(_lotId);
        vm.stopPrank();
    }

    function _proves(
        int32 moisture,
        int32 aroma,
        LotState state,
        uint16 first,
        uint16 second,
        uint16 overall,
        uint8 contested
    ) private {
        Verdict memory verdict = _verdict(moisture, aroma);
        (verdict.state, verdict.overallBps, verdict.contested) = (state, overall, contested);
        (verdict.grades[0], verdict.grades[1]) = (first, second);
        (verdict.reports, verdict.effectiveReports) = (9, 850);
        _provesVerdict(verdict, two(moisture, aroma));
    }

    function _provesVerdict(Verdict memory verdict, Values consensus) private {
        Lot memory expected = commodities.lotOf(_lotId);
        (expected.state, expected.gradeBps) = (verdict.state, verdict.overallBps);
        vm.expectEmit(address(commodities));
        emit ICommodities.TwinProven(_lotId, commodityId, verdict);
        vm.prank(address(evaluations));
        commodities.concludeProven(_lotId, consensus, verdict.reports, verdict.effectiveReports);
        vm.assertEq(keccak256(abi.encode(commodities.lotOf(_lotId))), keccak256(abi.encode(expected)));
        vm.assertEq(bondOf(commodityId), BOND + 2 * CHARGE);
    }

    function _verdict(int32 moisture, int32 aroma) private pure returns (Verdict memory verdict) {
        (verdict.consensus, verdict.claims, verdict.grades) = (new int32[](2), new int32[](2), new uint16[](2));
        (verdict.consensus[0], verdict.consensus[1]) = (moisture, aroma);
        (verdict.claims[0], verdict.claims[1]) = (140, 100);
    }

    /// @dev 100 − 40 d / 128 up to one tolerance, 60 − 60 (d − 128) / 128 up to two, on the ceiling of d.
    function _grade(int256 off, uint256 tolerance) private pure returns (uint256) {
        uint256 d = (uint256(off) * 128 + tolerance - 1) / tolerance;
        if (d <= 128) return (10_000 * 128 - 4_000 * d) / 128;
        return d < 256 ? (6_000 * 128 - 6_000 * (d - 128)) / 128 : 0;
    }
}
