// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEvaluations, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {vm} from "../support/Vm.sol";

contract EvaluationsCloseTest is RoundTest {
    /// @dev Quality of a report of (142 or 158, 100) when the consensus is (150, 100): bucket 47.
    uint256 private constant MIDDLING = 185;
    uint256 private constant BEST = 256;

    /* WINNERS */

    function test_close_fixesWinnersAndPot() public {
        opened(3, 3, 3);
        evaluations.score(lotId, ids(9));
        toEpoch(CLAIMING);
        uint256 pot = settlement.potOf(lotId);
        uint256 held = asset.balanceOf(address(evaluations));
        uint256 deposits = asset.balanceOf(address(settlement));
        vm.assertEq(pot, (9 * FEE) / 2);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundClosed(lotId, pot, 64, 3, 3 * FEE * BEST * BEST);
        evaluations.close(lotId);

        Round memory round = roundOf();
        vm.assertTrue(round.closed);
        vm.assertEq(round.winningBucket, 64);
        vm.assertEq(round.prize, pot);
        vm.assertEq(round.shares, 3 * FEE * BEST * BEST);
        vm.assertEq(round.winnersLeft, 3);
        vm.assertEq(round.paid, 0);
        vm.assertEq(settlement.potOf(lotId), 0);
        vm.assertEq(asset.balanceOf(address(evaluations)), held + pot);
        vm.assertEq(asset.balanceOf(address(settlement)), deposits - pot);
    }

    /// @dev Three of nine equal reports hold exactly a third.
    function test_close_exactlyAThirdWinsAlone() public {
        opened(3, 3, 3);
        evaluations.score(lotId, ids(9));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        vm.assertEq(roundOf().winningBucket, 64);
        for (uint256 i = 3; i < 9; ++i) vm.assertEq(evaluations.rewardOf(lotId, idOf(i)), 0);
    }

    /// @dev Three of ten hold less, so the next bucket joins them.
    function test_close_lessThanAThirdTakesTheNextBucketIn() public {
        opened(3, 3, 4);
        evaluations.score(lotId, ids(10));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        uint256 shares = FEE * (3 * BEST * BEST + 7 * MIDDLING * MIDDLING);
        vm.assertEq(roundOf().winningBucket, 47);
        vm.assertEq(roundOf().winnersLeft, 10);
        vm.assertEq(roundOf().shares, shares);
        // The best are stopped by κ, the others by their share of the pot.
        vm.assertEq(evaluations.rewardOf(lotId, 1), (FEE * 3) / 4);
        vm.assertEq(evaluations.rewardOf(lotId, 4), (5 * FEE * FEE * MIDDLING * MIDDLING) / shares);
        vm.assertEq(evaluations.rewardOf(lotId, 10), (5 * FEE * FEE * MIDDLING * MIDDLING) / shares);
    }

    /// @dev A single unit of weight more for the others makes a third less than a third.
    function test_close_thirdIsCountedToTheUnit() public {
        enlist(9);
        for (uint256 i; i < 9; ++i) {
            order(reporters[i], lotId, i == 8 ? SALES + 1 : SALES, idOf(i));
            measured[reporters[i]][lotId] = pair(
                i < 3
                    ? int32(150)
                    : i < 6
                        ? int32(142)
                        : int32(158),
                100
            );
        }
        Book memory book = post(START);
        vm.assertEq(book.receipts[8].fee, FEE + 1);
        playToFinal(book, 150, 100);
        playToClosed(book);
        vm.assertEq(roundOf().winningBucket, 47);
    }

    /// @dev What counts is the weight that was scored.
    function test_close_reportsThatNobodyScoredDoNotCount() public {
        opened(3, 3, 4);
        evaluations.score(lotId, ids(9));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        vm.assertEq(roundOf().winningBucket, 64);
        vm.assertEq(evaluations.rewardOf(lotId, 10), 0);
    }

    function test_close_winnersWithoutNominationsWinNothing() public {
        Book memory book = buyAll(8);
        playToFinal(book, 150, 100);
        openLots(book);
        // One of eight equally good is nominated; the others hold rank and earn nothing.
        openNomineeLeaf(book, 2);
        evaluations.score(lotId, ids(8));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        vm.assertEq(roundOf().winnersLeft, 8);
        vm.assertEq(evaluations.rewardOf(lotId, 1), 0);
        vm.assertEq(evaluations.rewardOf(lotId, 3), (FEE * 3) / 4);
    }

    /* NO WINNERS */

    function test_close_worthlessReportsNeverWin() public {
        Book memory book = buyAll(9);
        measured[reporters[7]][lotId] = pair(-2_000, 2_000);
        measured[reporters[8]][lotId] = pair(2_000, -2_000);
        playToFinal(book, 150, 100);
        openLots(book);
        openNominees(book);
        uint32[] memory worthless = new uint32[](2);
        (worthless[0], worthless[1]) = (8, 9);
        evaluations.score(lotId, worthless);
        carries((9 * FEE) / 2);
    }

    /// @dev Three good reports hold less than a third; the seven worthless ones are still no winners, and nobody waits for
    /// them to claim.
    function test_close_worthlessReportsDoNotJoinTheWinners() public {
        Book memory book = buyAll(10);
        for (uint256 i = 3; i < 10; ++i) {
            measured[reporters[i]][lotId] = i < 7 ? pair(-2_000, -2_000) : pair(2_000, 2_000);
        }
        playToFinal(book, 150, 100);
        playToClosed(book);
        vm.assertEq(roundOf().winningBucket, 1);
        vm.assertEq(roundOf().winnersLeft, 3);
        for (uint32 id = 4; id <= 10; ++id) vm.assertEq(evaluations.rewardOf(lotId, id), 0);
        for (uint32 id = 1; id <= 3; ++id) evaluations.claim(lotId, id);
        evaluations.sweepLeftover(lotId);
        (uint256 carry, ) = settlement.carryOf(commodityId);
        vm.assertEq(carry, 5 * FEE - 3 * ((FEE * 3) / 4));
    }

    function test_close_withoutScoresCarriesThePot() public {
        opened(3, 3, 3);
        carries((9 * FEE) / 2);
    }

    function test_close_withoutNominationsCarriesThePot() public {
        Book memory book = buyAll(8);
        playToFinal(book, 150, 100);
        openLots(book);
        evaluations.score(lotId, ids(8));
        carries((8 * FEE) / 2);
    }

    function test_close_unprovenRoundCarriesThePot() public {
        Book memory book = buyAll(4);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        openLots(book);
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        carries((4 * FEE) / 2);
    }

    function test_close_voidedRoundCarriesThePot() public {
        Book memory book = buyAll(7);
        commitAll(book);
        toEpoch(CLOSING);
        revealAll();
        openLots(book);
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        toEpoch(CLAIMING);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundClosed(lotId, 0, 0, 0, 0);
        evaluations.close(lotId);
        (uint256 carry, ) = settlement.carryOf(commodityId);
        vm.assertEq(carry, (7 * FEE) / 2);
        // The charge stays with those who revealed.
        vm.assertEq(roundOf().prize, 125e6);
        vm.assertEq(roundOf().winnersLeft, 7);
    }

    /* WHEN */

    function test_close_refusesBeforeTheRoundIsFinal() public {
        Book memory book = buyAll(7);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
        refused(closeCall(), notFinal(RoundState.Open));
        evaluations.tally(lotId, pair(150, 100), ids(7));
        refused(closeCall(), notFinal(RoundState.Tallied));
        toEpoch(CLAIMING + 3);
        refused(closeCall(), notFinal(RoundState.Tallied));
    }

    function test_close_refusesTheLastSecondOfTheScoringEpoch() public {
        opened(3, 3, 3);
        evaluations.score(lotId, ids(9));
        vm.warp(startOf(CLAIMING) - 1);
        refused(closeCall(), outsideWindow(startOf(CLAIMING), type(uint48).max));
        vm.warp(startOf(CLAIMING));
        evaluations.close(lotId);
    }

    function test_close_refusesTheScoringEpochOfAnUnprovenRoundToo() public {
        toEpoch(CLOSING);
        unseal();
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        refused(closeCall(), outsideWindow(startOf(CLAIMING), type(uint48).max));
    }

    function test_close_refusesTwice() public {
        opened(3, 3, 3);
        evaluations.score(lotId, ids(9));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        refused(closeCall(), abi.encodeWithSelector(IEvaluations.RoundAlreadyClosed.selector, lotId));
    }

    function test_close_refusesTwiceWithoutWinners() public {
        opened(3, 3, 3);
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        refused(closeCall(), abi.encodeWithSelector(IEvaluations.RoundAlreadyClosed.selector, lotId));
    }

    function test_close_worksLongAfterTheScoringEpoch() public {
        opened(3, 3, 3);
        evaluations.score(lotId, ids(9));
        toEpoch(CLAIMING + 100);
        evaluations.close(lotId);
        vm.assertEq(roundOf().winnersLeft, 3);
    }

    /* HELPERS */

    /// @dev A final round with the consensus (150, 100), everything opened: `best` measured it, the others were 8 off.
    function opened(uint256 best, uint256 below, uint256 above) private {
        Book memory book = buyAll(best + below + above);
        for (uint256 i = best; i < reporters.length; ++i) {
            measured[reporters[i]][lotId] = pair(i < best + below ? int32(142) : int32(158), 100);
        }
        playToFinal(book, 150, 100);
        openLots(book);
        openNominees(book);
    }

    /// @dev Closing carries the whole pot and pays nobody.
    function carries(uint256 pot) private {
        toEpoch(CLAIMING);
        uint256 held = asset.balanceOf(address(evaluations));
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundClosed(lotId, 0, 0, 0, 0);
        evaluations.close(lotId);
        (uint256 carry, uint32 since) = settlement.carryOf(commodityId);
        vm.assertEq(carry, pot);
        vm.assertEq(since, 1);
        vm.assertEq(asset.balanceOf(address(evaluations)), held);
        vm.assertTrue(roundOf().closed);
        for (uint32 id = 1; id <= reporters.length; ++id) vm.assertEq(evaluations.rewardOf(lotId, id), 0);
    }

    function closeCall() private view returns (bytes memory) {
        return abi.encodeCall(IEvaluations.close, (lotId));
    }

    function notFinal(RoundState state) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.RoundNotFinal.selector, lotId, state);
    }
}
