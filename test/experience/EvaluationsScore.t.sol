// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEvaluations, Report, ReportState, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {vm, bound} from "../support/Vm.sol";

contract EvaluationsScoreTest is RoundTest {
    /* WHAT A SCORING DOES */

    /// @dev The expected figures were computed by hand from docs/encoding.md: 158 against 150 with T = 10 is d = 103, so
    /// acc = 256 − 141 and skill = 90; the base 140 is d0 = 128.
    function test_score_storesAccuracyAndQuality() public {
        Book memory book = roundWith(pair(158, 100));
        openLots(book);
        openNominees(book);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportScored(lotId, 8, 171, 185, FEE, (FEE * 171) / 256);
        evaluations.score(lotId, one(8));

        Report memory report = reportOf(7);
        vm.assertEq(report.accuracy, 171);
        vm.assertEq(report.quality, 185);
        vm.assertEq(report.nominated, FEE);
        vm.assertEq(uint256(report.state), uint256(ReportState.Scored));
        IEvaluations.Bucket memory bucket = evaluations.bucketOf(lotId, 47);
        vm.assertEq(bucket.weight, FEE);
        vm.assertEq(bucket.count, 1);
        vm.assertEq(bucket.shares, FEE * 185 * 185);
        toEpoch(CLAIMING);
        vm.assertEq(power.powerAt(8, startOf(CLAIMING)), (FEE * 171) / 256);
    }

    function test_score_perfectReportIsInTheTopBucket() public {
        Book memory book = roundWith(pair(150, 100));
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, ids(8));
        IEvaluations.Bucket memory bucket = evaluations.bucketOf(lotId, 64);
        vm.assertEq(bucket.weight, 8 * FEE);
        vm.assertEq(bucket.count, 8);
        vm.assertEq(bucket.shares, 8 * FEE * 256 * 256);
        vm.assertEq(reportOf(0).accuracy, 256);
        vm.assertEq(reportOf(0).quality, 256);
    }

    function test_score_worthlessReportIsInBucketZero() public {
        Book memory book = roundWith(pair(-2_000, 2_000));
        openLots(book);
        openNominees(book);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportScored(lotId, 8, 0, 0, FEE, 0);
        evaluations.score(lotId, one(8));
        IEvaluations.Bucket memory bucket = evaluations.bucketOf(lotId, 0);
        vm.assertEq(bucket.weight, FEE);
        vm.assertEq(bucket.count, 1);
        vm.assertEq(bucket.shares, 0);
        toEpoch(CLAIMING);
        vm.assertEq(power.powerAt(8, startOf(CLAIMING)), 0);
    }

    function test_score_withoutNominationsEarnsNoPower() public {
        roundWith(pair(150, 100));
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportScored(lotId, 1, 256, 256, 0, 0);
        evaluations.score(lotId, one(1));
        vm.assertEq(evaluations.bucketOf(lotId, 64).weight, FEE);
        vm.assertEq(evaluations.bucketOf(lotId, 64).shares, 0);
    }

    function test_score_worksFromTheFirstToTheLastSecond() public {
        roundWith(pair(150, 100));
        vm.warp(startOf(SCORING));
        evaluations.score(lotId, one(1));
        vm.warp(startOf(CLAIMING) - 1);
        evaluations.score(lotId, one(2));
    }

    function test_score_skipsWhatWasScoredInABatchThatChangesSomething() public {
        Book memory book = roundWith(pair(150, 100));
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, one(2));
        evaluations.score(lotId, ids(8));
        vm.assertEq(evaluations.bucketOf(lotId, 64).count, 8);
    }

    /// @dev The same id several times in one batch counts once.
    function test_score_countsARepeatedIdOnce() public {
        Book memory book = roundWith(pair(150, 100));
        openLots(book);
        openNominees(book);
        uint32[] memory list = new uint32[](3);
        (list[0], list[1], list[2]) = (1, 1, 1);
        evaluations.score(lotId, list);
        vm.assertEq(evaluations.bucketOf(lotId, 64).count, 1);
        vm.assertEq(evaluations.bucketOf(lotId, 64).weight, FEE);
        toEpoch(CLAIMING);
        vm.assertEq(power.powerAt(1, startOf(CLAIMING)), FEE);
    }

    /* MORE WAS NOMINATED */

    function test_score_againAddsExactlyTheDifference() public {
        Book memory first = roundWithLateOrders(pair(158, 100));
        openLots(first);
        openNominees(first);
        evaluations.score(lotId, one(8));
        Book memory second = _late;
        openLots(second);
        openNominees(second);
        uint256 added = feeOf(3 * SALES + 1);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportScored(
            lotId,
            8,
            171,
            185,
            FEE + added,
            ((FEE + added) * 171) / 256 - (FEE * 171) / 256
        );
        evaluations.score(lotId, one(8));
        IEvaluations.Bucket memory bucket = evaluations.bucketOf(lotId, 47);
        vm.assertEq(bucket.weight, FEE);
        vm.assertEq(bucket.count, 1);
        vm.assertEq(bucket.shares, (FEE + added) * 185 * 185);
        vm.assertEq(reportOf(7).nominated, FEE + added);
        toEpoch(CLAIMING);
        vm.assertEq(power.powerAt(8, startOf(CLAIMING)), ((FEE + added) * 171) / 256);
    }

    /// @dev Whatever the order of openings and scorings, once all is opened and scored everything is the same.
    /// hardhat-config: fuzz.runs = 100
    function testFuzz_score_orderDoesNotMatter(uint256 seed, int32[8] memory a, int32[8] memory b) public {
        Book memory first = fuzzedRound(seed, a, b);
        uint256 state = vm.snapshotState();
        openLots(first);
        openNominees(first);
        openLots(_late);
        openNominees(_late);
        evaluations.score(lotId, ids(8));
        bytes32 inOrder = outcome();
        vm.revertToState(state);

        openLots(first);
        openLots(_late);
        uint256 steps = first.nominees.length + _late.nominees.length;
        uint256[] memory permutation = shuffled(steps, seed);
        for (uint256 k; k < steps; ++k) {
            uint256 step = permutation[k];
            if (step < first.nominees.length) openNomineeLeaf(first, step);
            else if (_late.nominees[step - first.nominees.length].nomineeId != 0) {
                openNomineeLeaf(_late, step - first.nominees.length);
            }
            uint256 random = uint256(keccak256(abi.encode(seed, "score", k)));
            uint32 id = uint32(random % 8) + 1;
            if (random & 0x100 != 0) tryScore(one(id));
        }
        uint256[] memory last = shuffled(8, seed >> 1);
        for (uint256 k; k < 8; ++k) tryScore(one(uint32(last[k]) + 1));
        vm.assertEq(outcome(), inOrder);
    }

    /// @dev Reveals in any order and pages of a tally by anybody: the same round.
    /// hardhat-config: fuzz.runs = 100
    function testFuzz_score_orderOfRevealsDoesNotMatter(uint256 seed, int32[8] memory a, int32[8] memory b) public {
        enlist(8);
        for (uint256 i; i < 8; ++i) {
            measured[reporters[i]][lotId] = pair(int32(bound2(a[i], 130, 170)), int32(bound2(b[i], 0, 200)));
            order(reporters[i], lotId, SALES + uint72(i), idOf(i));
        }
        Book memory book = post(START);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        int32[] memory median = medians();
        uint256 state = vm.snapshotState();
        revealAll();
        bytes32 inOrder = finish(book, median);
        vm.revertToState(state);
        uint256[] memory permutation = shuffled(8, seed);
        for (uint256 k; k < 8; ++k) reveal(reporters[permutation[k]], lotId);
        vm.assertEq(finish(book, median), inOrder);
    }

    /* WHEN AND WHAT */

    function test_score_refusesBeforeTheRoundIsFinal() public {
        Book memory book = buyAll(7);
        commitAll(book);
        refused(scoreCall(ids(7)), notFinal(RoundState.Open));
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, pair(150, 100), ids(7));
        refused(scoreCall(ids(7)), notFinal(RoundState.Tallied));
        toEpoch(SCORING);
        refused(scoreCall(ids(7)), notFinal(RoundState.Tallied));
    }

    function test_score_refusesAnUnprovenRound() public {
        commitAll(buyAll(4));
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        refused(scoreCall(ids(4)), notFinal(RoundState.Unproven));
    }

    function test_score_refusesAVoidedRound() public {
        commitAll(buyAll(7));
        toEpoch(CLOSING);
        revealAll();
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        refused(scoreCall(ids(7)), notFinal(RoundState.Voided));
    }

    function test_score_refusesTheSecondBeforeTheScoringEpoch() public {
        roundWith(pair(150, 100));
        // A round cannot be final before its scoring epoch; were it, this is what would hold.
        vm.warp(startOf(SCORING) - 1);
        refused(scoreCall(ids(8)), outsideWindow(startOf(SCORING), startOf(CLAIMING)));
    }

    function test_score_refusesTheFirstSecondAfterTheScoringEpoch() public {
        roundWith(pair(150, 100));
        toEpoch(CLAIMING);
        refused(scoreCall(ids(8)), outsideWindow(startOf(SCORING), startOf(CLAIMING)));
    }

    function test_score_refusesNothing() public {
        roundWith(pair(150, 100));
        refused(scoreCall(ids(0)), abi.encodeWithSelector(IEvaluations.NoReports.selector));
    }

    function test_score_refusesTwice() public {
        Book memory book = roundWith(pair(150, 100));
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, ids(8));
        refused(scoreCall(one(3)), abi.encodeWithSelector(IEvaluations.AlreadyScored.selector, lotId, 3));
        refused(scoreCall(ids(8)), abi.encodeWithSelector(IEvaluations.AlreadyScored.selector, lotId, 1));
    }

    function test_score_refusesWhoDidNotReveal() public {
        Book memory book = buyAll(9);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        for (uint256 i; i < 8; ++i) reveal(reporters[i], lotId);
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, pair(150, 100), ids(8));
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        refused(scoreCall(one(9)), wrongState(9, ReportState.Committed));
        refused(scoreCall(one(10)), wrongState(10, ReportState.None));
        refused(scoreCall(one(0)), wrongState(0, ReportState.None));
        evaluations.claim(lotId, 9);
        refused(scoreCall(one(9)), wrongState(9, ReportState.Claimed));
        // One of them spoils a whole batch, which the sender can avoid.
        refused(scoreCall(ids(9)), wrongState(9, ReportState.Claimed));
    }

    /* HELPERS */

    Book private _late;

    /// @dev A final round of eight with the consensus (150, 100); the eighth measured what is given.
    function roundWith(int32[] memory last) private returns (Book memory book) {
        book = buyAll(8);
        measured[reporters[7]][lotId] = last;
        playToFinal(book, 150, 100);
    }

    /// @dev The same, and in the next statement an order that nominates the eighth.
    function roundWithLateOrders(int32[] memory last) private returns (Book memory book) {
        book = buyAll(8);
        measured[reporters[7]][lotId] = last;
        order(address(0x77), lotId, 3 * SALES + 1, 8);
        keepLate(post(START + 1));
        playToFinal(book, 150, 100);
    }

    /// @dev Two statements with random nominations, random reports, everything final and ready to be opened.
    function fuzzedRound(uint256 seed, int32[8] memory a, int32[8] memory b) private returns (Book memory book) {
        book = buyAll(8);
        for (uint256 i; i < 8; ++i) {
            measured[reporters[i]][lotId] = pair(int32(bound2(a[i], 130, 170)), int32(bound2(b[i], 0, 200)));
        }
        for (uint256 k; k < 6; ++k) {
            uint256 random = uint256(keccak256(abi.encode(seed, k)));
            order(address(0x77), lotId, uint72(bound(random >> 8, 1, 1e12)), uint32(random % 9));
        }
        keepLate(post(START + 1));
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, medians(), ids(8));
        toEpoch(SCORING);
        evaluations.finalize(lotId);
    }

    function keepLate(Book memory book) private {
        _late.statement = book.statement;
        delete _late.lots;
        for (uint256 i; i < book.lots.length; ++i) {
            _late.lots.push();
            _late.lots[i].lotId = book.lots[i].lotId;
            _late.lots[i].inner = book.lots[i].inner;
            for (uint256 k; k < book.lots[i].path.length; ++k) _late.lots[i].path.push(book.lots[i].path[k]);
        }
        delete _late.nominees;
        for (uint256 i; i < book.nominees.length; ++i) {
            _late.nominees.push();
            _late.nominees[i].lotId = book.nominees[i].lotId;
            _late.nominees[i].nomineeId = book.nominees[i].nomineeId;
            _late.nominees[i].inner = book.nominees[i].inner;
            for (uint256 k; k < book.nominees[i].path.length; ++k) {
                _late.nominees[i].path.push(book.nominees[i].path[k]);
            }
        }
    }

    /// @dev Tallies, finalizes, opens, scores; what came out.
    function finish(Book memory book, int32[] memory median) private returns (bytes32) {
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, median, ids(8));
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, ids(8));
        return outcome();
    }

    /// @dev Closes the round: hash of reports, buckets, rewards and power.
    function outcome() private returns (bytes32 hash) {
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        hash = keccak256(abi.encode(evaluations.roundOf(lotId)));
        for (uint32 id = 1; id <= 8; ++id) {
            hash = keccak256(abi.encode(hash, evaluations.reportOf(lotId, id), evaluations.rewardOf(lotId, id)));
            uint256 earned =
                (uint256(evaluations.reportOf(lotId, id).nominated) * evaluations.reportOf(lotId, id).accuracy) / 256;
            vm.assertEq(power.powerAt(id, startOf(CLAIMING)), earned);
        }
        for (uint8 bucket; bucket <= 64; ++bucket) {
            hash = keccak256(abi.encode(hash, evaluations.bucketOf(lotId, bucket)));
        }
    }

    /// @dev Lower weighted medians of what was measured, with the fees as weights.
    function medians() private view returns (int32[] memory) {
        return pair(medianOf(0), medianOf(1));
    }

    function medianOf(uint256 parameter) private view returns (int32 median) {
        uint256 total;
        for (uint256 i; i < 8; ++i) total += evaluations.reportOf(lotId, idOf(i)).fee;
        median = type(int32).max;
        for (uint256 i; i < 8; ++i) {
            int32 candidate = measured[reporters[i]][lotId][parameter];
            uint256 upTo;
            for (uint256 j; j < 8; ++j) {
                if (measured[reporters[j]][lotId][parameter] <= candidate) {
                    upTo += evaluations.reportOf(lotId, idOf(j)).fee;
                }
            }
            if (2 * upTo >= total && candidate < median) median = candidate;
        }
    }

    function shuffled(uint256 count, uint256 seed) private pure returns (uint256[] memory list) {
        list = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            uint256 j = uint256(keccak256(abi.encode(seed, "shuffle", i))) % (i + 1);
            list[i] = list[j];
            list[j] = i;
        }
    }

    function bound2(int32 x, int256 lo, int256 hi) private pure returns (int256) {
        return lo + int256(uint256(uint32(x)) % uint256(hi - lo + 1));
    }

    function tryScore(uint32[] memory list) private {
        (bool ok, bytes memory reason) = address(evaluations).call(scoreCall(list));
        vm.assertTrue(ok || bytes4(reason) == IEvaluations.AlreadyScored.selector);
    }

    function scoreCall(uint32[] memory list) private view returns (bytes memory) {
        return abi.encodeCall(IEvaluations.score, (lotId, list));
    }

    function notFinal(RoundState state) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.RoundNotFinal.selector, lotId, state);
    }

    function wrongState(uint32 id, ReportState given) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.WrongReportState.selector, lotId, id, given, ReportState.Scored);
    }
}
