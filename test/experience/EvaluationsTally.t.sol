// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {IEvaluations, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {vm, bound} from "../support/Vm.sol";

contract EvaluationsTallyTest is RoundTest {
    address private constant HELPER = address(0x77);
    address private constant ATTACKER = address(0xBAD);

    /* WHAT A TALLY DOES */

    function test_tally_storesTheConsensus() public {
        revealed(7);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundTallied(lotId, pair(150, 100), 7, 7 * FEE, 700);
        evaluations.tally(lotId, pair(150, 100), ids(7));
        Round memory round = roundOf();
        vm.assertEq(uint256(round.state), uint256(RoundState.Tallied));
        vm.assertEq(Values.unwrap(round.consensus), Values.unwrap(pack(pair(150, 100))));
        vm.assertEq(round.effectiveReports, 700);
        vm.assertEq(round.scoringEpoch, 0);
    }

    function test_tally_worksFromTheFirstToTheLastSecond() public {
        revealed(7);
        uint256 first = vm.snapshotState();
        evaluations.tally(lotId, pair(150, 100), ids(7));
        vm.revertToState(first);
        vm.warp(startOf(SCORING) - 1);
        evaluations.tally(lotId, pair(150, 100), ids(7));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Tallied));
    }

    function test_tally_takesTheLowerOfTwoMiddleValues() public {
        Book memory book = buyAll(8);
        for (uint256 i; i < 8; ++i) measured[reporters[i]][lotId] = pair(int32(int256(i)), -int32(int256(i)));
        revealedFrom(book);
        // Four weigh up to 3 and half is enough; 2 is short of it, 4 has half of the weight below.
        refusedMedian(pair(2, -4), 0, 2, 2, 3);
        refusedMedian(pair(4, -4), 0, 4, 4, 5);
        refusedMedian(pair(3, -3), 1, -3, 4, 5);
        evaluations.tally(lotId, pair(3, -4), ids(8));
    }

    function test_tally_lightMajorityYieldsToHeavyMinority() public {
        enlist(12);
        for (uint256 i; i < 12; ++i) {
            // Seven weigh 1 each, five weigh 2 each: 17 in all, effective 289 / 27 = 10.7.
            order(reporters[i], lotId, i < 7 ? SALES : 2 * SALES, idOf(i));
            measured[reporters[i]][lotId] = i < 7 ? pair(10, 10) : pair(20, -20);
        }
        revealedFrom(post(START));
        uint256 heavy = feeOf(2 * SALES);
        vm.expectRevert(
            abi.encodeWithSelector(IEvaluations.NotMedian.selector, 0, int32(10), 0, 7 * FEE, 7 * FEE + 5 * heavy)
        );
        evaluations.tally(lotId, pair(10, -20), ids(12));
        evaluations.tally(lotId, pair(20, -20), ids(12));
    }

    /* THE MEDIAN */

    function test_tally_refusesEachOfEightParametersThatIsWrong() public {
        useEightParameters();
        enlist(9);
        for (uint256 i; i < 9; ++i) {
            measured[reporters[i]][lotId] = eight(int32(int256(10 * i)));
            order(reporters[i], lotId, SALES, idOf(i));
        }
        revealedFrom(post(START));
        // Parameter k of reporter i was 10i + k: the median is 40 + k.
        for (uint256 k; k < 8; ++k) {
            int32[] memory low = eight(40);
            low[k] -= 1;
            refusedMedian(low, k, low[k], 4, 4);
            low[k] -= 9;
            refusedMedian(low, k, low[k], 3, 4);
            int32[] memory high = eight(40);
            high[k] += 1;
            refusedMedian(high, k, high[k], 5, 5);
            high[k] += 9;
            refusedMedian(high, k, high[k], 5, 6);
        }
        evaluations.tally(lotId, eight(40), ids(9));
    }

    /// hardhat-config: fuzz.runs = 100
    function testFuzz_tally_acceptsOnlyTheNaiveMedian(uint256 seed) public {
        uint256 count = 9 + (seed % 8);
        uint256[] memory weights = randomRound(seed, count);
        int32[] memory median = pair(naiveMedian(weights, 0), naiveMedian(weights, 1));
        for (uint256 i; i < count; ++i) {
            int32[] memory given = measured[reporters[i]][lotId];
            // Every reported value is refused in place of the median, and so are its neighbours.
            if (given[0] != median[0]) refusedAt(0, pair(given[0], median[1]), count);
            if (given[1] != median[1]) refusedAt(1, pair(median[0], given[1]), count);
        }
        refusedAt(0, pair(median[0] - 1, median[1]), count);
        refusedAt(0, pair(median[0] + 1, median[1]), count);
        evaluations.tally(lotId, median, ids(count));
        vm.assertEq(Values.unwrap(roundOf().consensus), Values.unwrap(pack(median)));
    }

    /// @dev However less than half of the weight reports, the median stays between the lowest and highest of the others.
    /// hardhat-config: fuzz.runs = 100
    function testFuzz_tally_minorityCannotMoveItOutsideTheHonestHull(uint256 seed) public {
        uint256 count = 9 + (seed % 8);
        enlist(count);
        uint256[] memory sales = new uint256[](count);
        for (uint256 i; i < count; ++i) sales[i] = rand(seed, i, 20e6, 40e6);
        (int32 lowest, int32 highest) = (type(int32).max, type(int32).min);
        uint256 honest;
        uint256 dishonest;
        for (uint256 i; i < count; ++i) {
            uint256 weight = feeOf(uint72(sales[i]));
            int32 value;
            if (i > 0 && dishonest + weight < honest) {
                dishonest += weight;
                value = int32(uint32(uint256(keccak256(abi.encode(seed, "lie", i)))));
            } else {
                honest += weight;
                value = int32(int256(rand(seed, 100 + i, 0, 60))) - 30;
                if (value < lowest) lowest = value;
                if (value > highest) highest = value;
            }
            measured[reporters[i]][lotId] = pair(value, 0);
            order(reporters[i], lotId, uint72(sales[i]), idOf(i));
        }
        Book memory book = post(START);
        revealedFrom(book);
        uint256[] memory weights = weightsOf(count);
        vm.assertLt(dishonest, honest);
        int32 median = naiveMedian(weights, 0);
        vm.assertTrue(median >= lowest && median <= highest);
        evaluations.tally(lotId, pair(median, 0), ids(count));
    }

    /* PAGES */

    function test_tally_countsPageByPage() public {
        revealed(8);
        Values proposed = pack(pair(150, 100));
        for (uint32 id = 1; id < 8; ++id) {
            vm.expectEmit(true, true, true, true, address(evaluations));
            emit IEvaluations.TallyAdvanced(lotId, address(this), proposed, id, 8);
            evaluations.tally(lotId, pair(150, 100), one(id));
            vm.assertEq(uint256(roundOf().state), uint256(RoundState.Open));
        }
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundTallied(lotId, pair(150, 100), 8, 8 * FEE, 800);
        evaluations.tally(lotId, pair(150, 100), one(8));
    }

    function test_tally_emptyPageChangesNothing() public {
        revealed(7);
        evaluations.tally(lotId, pair(150, 100), new uint32[](0));
        evaluations.tally(lotId, pair(150, 100), page(1, 3));
        evaluations.tally(lotId, pair(150, 100), new uint32[](0));
        evaluations.tally(lotId, pair(150, 100), page(4, 7));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Tallied));
    }

    function test_tally_wrongProposalCannotBeCompletedPageByPage() public {
        revealed(7);
        evaluations.tally(lotId, pair(151, 100), page(1, 6));
        refused(
            tallyCall(pair(151, 100), page(7, 7)),
            abi.encodeWithSelector(IEvaluations.NotMedian.selector, 0, int32(151), 7 * FEE, 7 * FEE, 7 * FEE)
        );
        refused(
            tallyCall(pair(150, 99), ids(7)),
            abi.encodeWithSelector(IEvaluations.NotMedian.selector, 1, int32(99), 0, 0, 7 * FEE)
        );
    }

    function test_tally_competingProposalsDoNotDisturbEachOther() public {
        revealed(8);
        int32[][3] memory proposals = [pair(150, 100), pair(151, 100), pair(150, -100)];
        for (uint32 p; p < 4; ++p) {
            for (uint256 k; k < 3; ++k) {
                if (p < 3 || k > 0) tryTally(proposals[k], page(2 * p + 1, 2 * p + 2));
            }
        }
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Open));
        evaluations.tally(lotId, pair(150, 100), page(7, 8));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Tallied));
    }

    /// hardhat-config: fuzz.runs = 100
    function testFuzz_tally_pagesOfAnyLengthGiveTheSame(uint256 seed) public {
        uint256 count = 9 + (seed % 8);
        uint256[] memory weights = randomRound(seed, count);
        int32[] memory median = pair(naiveMedian(weights, 0), naiveMedian(weights, 1));
        uint32 next = 1;
        while (next <= count) {
            uint32 last = next + uint32(uint256(keccak256(abi.encode(seed, next))) % 5);
            if (last > count) last = uint32(count);
            tryTally(pair(median[0], median[1] + 1), page(next, last));
            evaluations.tally(lotId, median, page(next, last));
            next = last + 1;
        }
        vm.assertEq(Values.unwrap(roundOf().consensus), Values.unwrap(pack(median)));
    }

    /// @dev Somebody who counts only the last report for the right consensus must not keep others from counting all.
    function test_tally_cannotBeBlockedByAnotherPage() public {
        revealed(7);
        vm.prank(ATTACKER);
        evaluations.tally(lotId, pair(150, 100), one(7));
        evaluations.tally(lotId, pair(150, 100), ids(7));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Tallied));
    }

    function test_tally_cannotBeBlockedBetweenPages() public {
        revealed(7);
        evaluations.tally(lotId, pair(150, 100), page(1, 3));
        vm.prank(ATTACKER);
        evaluations.tally(lotId, pair(150, 100), one(7));
        evaluations.tally(lotId, pair(150, 100), page(4, 6));
        vm.prank(ATTACKER);
        vm.expectRevert(abi.encodeWithSelector(IEvaluations.TallyOrder.selector, 7, 4));
        evaluations.tally(lotId, pair(150, 100), one(4));
        evaluations.tally(lotId, pair(150, 100), page(7, 7));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Tallied));
    }

    /* WHICH REPORTS */

    function test_tally_refusesAReportTwice() public {
        revealed(7);
        uint32[] memory list = ids(7);
        list[3] = 3;
        refused(tallyCall(pair(150, 100), list), tallyOrder(3, 3));
    }

    function test_tally_refusesAnotherOrder() public {
        revealed(7);
        uint32[] memory list = ids(7);
        (list[0], list[1]) = (2, 1);
        refused(tallyCall(pair(150, 100), list), tallyOrder(2, 1));
    }

    function test_tally_refusesAReportOfAnEarlierPage() public {
        revealed(7);
        evaluations.tally(lotId, pair(150, 100), page(1, 4));
        refused(tallyCall(pair(150, 100), page(4, 7)), tallyOrder(4, 4));
        refused(tallyCall(pair(150, 100), page(1, 7)), tallyOrder(4, 1));
    }

    function test_tally_refusesTheIdNobodyHas() public {
        revealed(7);
        refused(tallyCall(pair(150, 100), one(0)), tallyOrder(0, 0));
        refused(tallyCall(pair(150, 100), one(8)), wrongState(8, ReportState.None));
    }

    function test_tally_refusesAnExperiencerWithoutReport() public {
        revealed(7);
        enlist(1);
        refused(tallyCall(pair(150, 100), ids(8)), wrongState(8, ReportState.None));
    }

    function test_tally_refusesAReportOnAnotherLot() public {
        uint32 second = offerLot(commodityId, "LOT-B", START, 1);
        enlist(8);
        for (uint256 i; i < 8; ++i) {
            measured[reporters[i]][i < 7 ? lotId : second] = pair(150, 100);
            order(reporters[i], i < 7 ? lotId : second, SALES, idOf(i));
        }
        Book memory book = post(START);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        for (uint256 i; i < 8; ++i) reveal(reporters[i], i < 7 ? lotId : second);
        toSecondHalf(CLOSING);
        refused(tallyCall(pair(150, 100), ids(8)), wrongState(8, ReportState.None));
        evaluations.tally(lotId, pair(150, 100), ids(7));
    }

    function test_tally_refusesAReportThatWasNotRevealed() public {
        Book memory book = buyAll(8);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        for (uint256 i = 1; i < 8; ++i) reveal(reporters[i], lotId);
        toSecondHalf(CLOSING);
        refused(tallyCall(pair(150, 100), ids(8)), wrongState(1, ReportState.Committed));
        // Nor one that has taken what its bond was worth.
        evaluations.claim(lotId, 1);
        refused(tallyCall(pair(150, 100), ids(8)), wrongState(1, ReportState.Claimed));
        evaluations.tally(lotId, pair(150, 100), page(2, 8));
    }

    function test_tally_isNotCompleteWithoutEveryReport() public {
        revealed(7);
        evaluations.tally(lotId, pair(150, 100), page(2, 7));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Open));
        refused(tallyCall(pair(150, 100), one(1)), tallyOrder(7, 1));
    }

    /* WHEN */

    function test_tally_refusesTheLastSecondOfTheRevealWindow() public {
        commitAll(buyAll(7));
        toEpoch(CLOSING);
        unseal();
        revealAll();
        vm.warp(revealEnd() - 1);
        refused(tallyCall(pair(150, 100), ids(7)), outsideWindow(revealEnd(), startOf(SCORING)));
    }

    function test_tally_refusesTheFirstSecondOfTheScoringEpoch() public {
        revealed(7);
        vm.warp(startOf(SCORING));
        refused(tallyCall(pair(150, 100), ids(7)), outsideWindow(revealEnd(), startOf(SCORING)));
    }

    function test_tally_refusesTwice() public {
        revealed(7);
        evaluations.tally(lotId, pair(150, 100), ids(7));
        refused(
            tallyCall(pair(150, 100), ids(7)),
            abi.encodeWithSelector(IEvaluations.RoundAlreadyTallied.selector, lotId)
        );
    }

    function test_tally_refusesWhileClaimsAreSealed() public {
        commitAll(buyAll(7));
        toEpoch(CLOSING);
        revealAll();
        toSecondHalf(CLOSING);
        refused(
            tallyCall(pair(150, 100), ids(7)),
            abi.encodeWithSelector(IEvaluations.ClaimsStillSealed.selector, lotId)
        );
    }

    function test_tally_refusesLotsThatAreNotItsOwn() public {
        commodities.appointEvaluations(address(0xE7));
        uint32 foreign = offerLot(commodityId, "LOT-B", START, 1);
        revealed(7);
        refused(
            abi.encodeCall(IEvaluations.tally, (foreign, pair(150, 100), ids(7))),
            abi.encodeWithSelector(IEvaluations.ForeignLot.selector, foreign, address(0xE7))
        );
        refused(
            abi.encodeCall(IEvaluations.tally, (9, pair(150, 100), ids(7))),
            abi.encodeWithSelector(ICommodities.UnknownLot.selector, 9)
        );
    }

    function test_tally_refusesAnyOtherNumberOfValues() public {
        revealed(7);
        uint256[4] memory counts = [uint256(0), 1, 3, 9];
        for (uint256 i; i < 4; ++i) {
            refused(
                tallyCall(new int32[](counts[i]), ids(7)),
                abi.encodeWithSelector(IEvaluations.ValueCount.selector, counts[i], 2)
            );
        }
    }

    /* ENOUGH REPORTS */

    function test_tally_refusesWithoutReports() public {
        toEpoch(CLOSING);
        unseal();
        toSecondHalf(CLOSING);
        refused(tallyCall(pair(150, 100), ids(0)), notEnough(0));
    }

    function test_tally_refusesFourReports() public {
        revealed(4);
        refused(tallyCall(pair(150, 100), ids(4)), notEnough(4));
    }

    function test_tally_refusesSixEqualReportsAndTakesSeven() public {
        revealed(6);
        refused(tallyCall(pair(150, 100), ids(6)), tooConcentrated(6 * FEE, 6 * FEE * FEE));
    }

    /// @dev Seven reports of which one weighs a single unit more: 7 Σ W² is above (Σ W)² by 6.
    function test_tally_refusesTheLeastInequalityAmongSeven() public {
        enlist(7);
        for (uint256 i; i < 7; ++i) {
            // A fee of FEE + 1 for the last.
            order(reporters[i], lotId, i < 6 ? SALES : SALES + 1, idOf(i));
            measured[reporters[i]][lotId] = pair(150, 100);
        }
        Book memory book = post(START);
        vm.assertEq(book.receipts[6].fee, FEE + 1);
        revealedFrom(book);
        refused(tallyCall(pair(150, 100), ids(7)), tooConcentrated(7 * FEE + 1, 6 * FEE * FEE + (FEE + 1) * (FEE + 1)));
    }

    function test_tally_refusesManyReportsOfWhichFewHoldTheWeight() public {
        enlist(20);
        for (uint256 i; i < 20; ++i) {
            order(reporters[i], lotId, i < 4 ? 100 * SALES : SALES, idOf(i));
            measured[reporters[i]][lotId] = pair(150, 100);
        }
        revealedFrom(post(START));
        vm.assertEq(roundOf().revealed, 20);
        uint256 heavy = feeOf(100 * SALES);
        bytes memory reason = tooConcentrated(4 * heavy + 16 * FEE, 4 * heavy * heavy + 16 * FEE * FEE);
        refused(tallyCall(pair(150, 100), ids(20)), reason);
        // Not page by page either.
        evaluations.tally(lotId, pair(150, 100), page(1, 12));
        refused(tallyCall(pair(150, 100), page(13, 20)), reason);
    }

    /* HELPERS */

    /// @dev Everybody has revealed and the seals are open; the tally window has begun.
    function revealed(uint256 count) private {
        revealedFrom(buyAll(count));
    }

    function revealedFrom(Book memory book) private {
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
    }

    function eight(int32 first) private pure returns (int32[] memory list) {
        list = new int32[](8);
        for (uint256 k; k < 8; ++k) list[k] = first + int32(int256(k));
    }

    function page(uint32 first, uint32 last) private pure returns (uint32[] memory list) {
        list = new uint32[](last - first + 1);
        for (uint32 id = first; id <= last; ++id) list[id - first] = id;
    }

    function rand(uint256 seed, uint256 i, uint256 lo, uint256 hi) private pure returns (uint256) {
        return bound(uint256(keccak256(abi.encode(seed, i))), lo, hi);
    }

    /// @dev Reports with weights within a factor of two and values in a narrow range, so that many are equal.
    function randomRound(uint256 seed, uint256 count) private returns (uint256[] memory weights) {
        enlist(count);
        for (uint256 i; i < count; ++i) {
            int32 a = int32(int256(rand(seed, 1000 + i, 0, 8))) - 4;
            int32 b = int32(int256(rand(seed, 2000 + i, 0, 2000))) - 1000;
            measured[reporters[i]][lotId] = pair(a, b);
            order(reporters[i], lotId, uint72(rand(seed, i, 20e6, 40e6)), idOf(i));
        }
        revealedFrom(post(START));
        return weightsOf(count);
    }

    function weightsOf(uint256 count) private view returns (uint256[] memory weights) {
        weights = new uint256[](count);
        for (uint256 i; i < count; ++i) weights[i] = reportOf(i).weight;
    }

    /// @dev The lowest reported value up to which at least half of the weight lies, looked for one by one.
    function naiveMedian(uint256[] memory weights, uint256 parameter) private view returns (int32 median) {
        uint256 total;
        for (uint256 i; i < weights.length; ++i) total += weights[i];
        median = type(int32).max;
        for (uint256 i; i < weights.length; ++i) {
            int32 candidate = measured[reporters[i]][lotId][parameter];
            uint256 upTo;
            for (uint256 j; j < weights.length; ++j) {
                if (measured[reporters[j]][lotId][parameter] <= candidate) upTo += weights[j];
            }
            if (2 * upTo >= total && candidate < median) median = candidate;
        }
    }

    function tallyCall(int32[] memory consensus, uint32[] memory list) private view returns (bytes memory) {
        return abi.encodeCall(IEvaluations.tally, (lotId, consensus, list));
    }

    function tryTally(int32[] memory consensus, uint32[] memory list) private {
        (bool ok, bytes memory reason) = address(evaluations).call(tallyCall(consensus, list));
        vm.assertTrue(ok || bytes4(reason) == IEvaluations.NotMedian.selector);
    }

    /// @dev Refused for this parameter, whatever the weights are.
    function refusedAt(uint256 parameter, int32[] memory consensus, uint256 count) private {
        (bool ok, bytes memory reason) = address(evaluations).call(tallyCall(consensus, ids(count)));
        vm.assertFalse(ok);
        vm.assertEq(bytes32(bytes4(reason)), bytes32(IEvaluations.NotMedian.selector));
        uint256 given;
        assembly ("memory-safe") {
            given := mload(add(reason, 0x24))
        }
        vm.assertEq(given, parameter);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Open));
    }

    /// @dev All reports weigh `FEE`; so many of them are below the proposed value and up to it.
    function refusedMedian(
        int32[] memory consensus,
        uint256 parameter,
        int32 value,
        uint256 below,
        uint256 upTo
    ) private {
        refused(
            tallyCall(consensus, ids(reporters.length)),
            abi.encodeWithSelector(
                IEvaluations.NotMedian.selector,
                parameter,
                value,
                below * FEE,
                upTo * FEE,
                reporters.length * FEE
            )
        );
    }

    function tallyOrder(uint32 previous, uint32 id) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.TallyOrder.selector, previous, id);
    }

    function wrongState(uint32 id, ReportState given) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.WrongReportState.selector, lotId, id, given, ReportState.Revealed);
    }

    function notEnough(uint32 reports) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.NotEnoughReports.selector, lotId, reports, 5);
    }

    function tooConcentrated(uint256 total, uint256 squared) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.WeightTooConcentrated.selector, lotId, total, squared);
    }
}
