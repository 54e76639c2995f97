// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEvaluations, ReportState, Round} from "../../contracts/experience/IEvaluations.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {vm, bound} from "../support/Vm.sol";

contract EvaluationsClaimTest is RoundTest {
    uint256 private constant BOND = 6 * FEE;
    uint256 private constant CHARGE = 125e6;

    /* WINNERS AND OTHERS */

    function test_claim_paysBondAndReward() public {
        closed(3, 6);
        uint256 before = asset.balanceOf(reporters[0]);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportClaimed(lotId, 1, reporters[0], BOND, (FEE * 3) / 4, 0);
        vm.prank(address(0x77));
        evaluations.claim(lotId, 1);
        vm.assertEq(asset.balanceOf(reporters[0]) - before, BOND + (FEE * 3) / 4);
        vm.assertEq(uint256(reportOf(0).state), uint256(ReportState.Claimed));
        vm.assertEq(roundOf().winnersLeft, 2);
        vm.assertEq(roundOf().paid, (FEE * 3) / 4);
        // The view still says what it was.
        vm.assertEq(evaluations.rewardOf(lotId, 1), (FEE * 3) / 4);
    }

    function test_claim_paysWhoDidNotWinTheBondOnly() public {
        closed(3, 6);
        uint256 before = asset.balanceOf(reporters[8]);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportClaimed(lotId, 9, reporters[8], BOND, 0, 0);
        evaluations.claim(lotId, 9);
        vm.assertEq(asset.balanceOf(reporters[8]) - before, BOND);
        vm.assertEq(roundOf().winnersLeft, 3);
        vm.assertEq(roundOf().paid, 0);
    }

    function test_claim_paysWhoWasNotScoredTheBondOnly() public {
        Book memory book = buyAll(8);
        playToFinal(book, 150, 100);
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, ids(7));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportClaimed(lotId, 8, reporters[7], BOND, 0, 0);
        evaluations.claim(lotId, 8);
        vm.assertEq(roundOf().winnersLeft, 7);
    }

    /// hardhat-config: fuzz.runs = 100
    function testFuzz_claim_rewardsAreCappedAndFitThePot(uint256 seed) public {
        Book memory book = buyAll(8);
        uint16 kappa = uint16(bound(seed, 5_000, 9_000));
        evaluations.setKappa(kappa);
        for (uint256 i; i < 8; ++i) {
            int32 off = int32(int256(uint256(keccak256(abi.encode(seed, i))) % 13)) - 6;
            measured[reporters[i]][lotId] = pair(150 + off, 100);
            order(address(0x77), lotId, uint72(bound(uint256(keccak256(abi.encode(seed, "n", i))), 0, 1e9)), idOf(i));
        }
        Book memory second = post(START + 1);
        playToFinal(book, medianOfEight(), 100);
        openLots(second);
        openNominees(second);
        playToClosed(book);
        Round memory round = roundOf();
        vm.assertEq(round.prize, potOf(book) + potOf(second));
        uint256 sum;
        for (uint256 i; i < 8; ++i) {
            uint256 before = asset.balanceOf(reporters[i]);
            evaluations.claim(lotId, idOf(i));
            uint256 reward = asset.balanceOf(reporters[i]) - before - BOND;
            vm.assertEq(reward, evaluations.rewardOf(lotId, idOf(i)));
            vm.assertLe(reward, (settlement.nominatedOf(lotId, idOf(i)) * kappa) / 10_000);
            sum += reward;
        }
        vm.assertLe(sum, round.prize);
        vm.assertEq(roundOf().paid, sum);
        vm.assertEq(asset.balanceOf(address(evaluations)), round.prize - sum);
        evaluations.sweepLeftover(lotId);
        (uint256 carry, ) = settlement.carryOf(commodityId);
        vm.assertEq(carry, round.prize - sum);
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
    }

    /* NOT REVEALED */

    function testFuzz_claim_unrevealedLosesATenthRoundedUp(uint72 sales, uint8 multiple) public {
        sales = uint72(bound(sales, 1, 1e15));
        evaluations.setBondMultiple(uint8(bound(multiple, 2, 10)));
        enlist(1);
        measured[reporters[0]][lotId] = pair(1, 2);
        order(reporters[0], lotId, sales, 1);
        commitAll(post(START));
        uint256 bond = uint256(reportOf(0).fee) * reportOf(0).bondMultiple;
        uint256 penalty = (bond + 9) / 10;
        vm.warp(revealEnd());
        uint256 before = asset.balanceOf(reporters[0]);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportClaimed(lotId, 1, reporters[0], bond - penalty, 0, penalty);
        evaluations.claim(lotId, 1);
        vm.assertEq(asset.balanceOf(reporters[0]) - before, bond - penalty);
        vm.assertEq(evaluations.auditFundAccrued(), penalty);
        vm.assertEq(asset.balanceOf(address(evaluations)), penalty);
    }

    function test_claim_unrevealedWaitsForTheEndOfTheRevealWindow() public {
        Book memory book = buyAll(1);
        commitAll(book);
        refused(claimCall(1), outsideWindow(revealEnd(), type(uint48).max));
        vm.warp(revealEnd() - 1);
        refused(claimCall(1), outsideWindow(revealEnd(), type(uint48).max));
        vm.warp(revealEnd());
        evaluations.claim(lotId, 1);
    }

    function test_claim_unrevealedLosesTheSameInEveryRound() public {
        // Final, unproven, voided and not even finalized: what the round came to does not matter.
        Book memory book = buyAll(9);
        commitAll(book);
        uint256 penalty = BOND / 10;
        uint256 state = vm.snapshotState();
        for (uint256 k; k < 4; ++k) {
            toEpoch(CLOSING);
            if (k < 2) unseal();
            for (uint256 i; i < 8; ++i) reveal(reporters[i], lotId);
            toSecondHalf(CLOSING);
            if (k == 0) evaluations.tally(lotId, pair(150, 100), ids(8));
            toEpoch(SCORING);
            if (k < 3) evaluations.finalize(lotId);
            toEpoch(CLAIMING);
            if (k < 3) evaluations.close(lotId);
            uint256 before = asset.balanceOf(reporters[8]);
            evaluations.claim(lotId, 9);
            vm.assertEq(asset.balanceOf(reporters[8]) - before, BOND - penalty);
            vm.assertEq(evaluations.auditFundAccrued(), penalty);
            vm.revertToState(state);
        }
    }

    /* VOIDED */

    function test_claim_voidedSharesTheChargeByWeight() public {
        enlist(3);
        uint72[3] memory sales = [SALES, 2 * SALES, 4 * SALES];
        for (uint256 i; i < 3; ++i) {
            measured[reporters[i]][lotId] = pair(150, 100);
            order(reporters[i], lotId, sales[i], idOf(i));
        }
        Book memory book = post(START);
        voided(book, 3);
        uint256 total = roundOf().totalWeight;
        uint256 paid;
        for (uint256 i; i < 3; ++i) {
            uint256 share = (CHARGE * book.receipts[i].fee) / total;
            uint256 before = asset.balanceOf(reporters[i]);
            vm.expectEmit(true, true, true, true, address(evaluations));
            emit IEvaluations.ReportClaimed(lotId, idOf(i), reporters[i], 6 * uint256(book.receipts[i].fee), share, 0);
            // At once: no scoring to wait for.
            evaluations.claim(lotId, idOf(i));
            vm.assertEq(asset.balanceOf(reporters[i]) - before, 6 * uint256(book.receipts[i].fee) + share);
            paid += share;
        }
        vm.assertEq(roundOf().winnersLeft, 0);
        uint256 dust = CHARGE - paid;
        vm.assertGt(dust, 0);
        vm.assertLt(dust, 3);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.LeftoverSwept(lotId, dust, true);
        evaluations.sweepLeftover(lotId);
        vm.assertEq(evaluations.auditFundAccrued(), dust);
        vm.assertEq(asset.balanceOf(address(evaluations)), dust);
    }

    /// hardhat-config: fuzz.runs = 100
    function testFuzz_claim_voidedNeverPaysMoreThanTheCharge(uint256 seed) public {
        uint256 count = 1 + (seed % 9);
        enlist(count);
        for (uint256 i; i < count; ++i) {
            measured[reporters[i]][lotId] = pair(150, 100);
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            order(reporters[i], lotId, uint72(bound(random, 1, 1e12)), idOf(i));
        }
        voided(post(START), count);
        for (uint256 i; i < count; ++i) evaluations.claim(lotId, idOf(i));
        vm.assertLe(roundOf().paid, CHARGE);
        vm.assertLt(CHARGE - roundOf().paid, count);
        vm.assertEq(asset.balanceOf(address(evaluations)), CHARGE - roundOf().paid);
        // Closing in the scoring epoch's end changes nothing about it.
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        evaluations.sweepLeftover(lotId);
        vm.assertEq(evaluations.auditFundAccrued(), asset.balanceOf(address(evaluations)));
    }

    function test_claim_voidedUnrevealedHaveNoShare() public {
        Book memory book = buyAll(3);
        voided(book, 2);
        uint256 before = asset.balanceOf(reporters[2]);
        evaluations.claim(lotId, 3);
        vm.assertEq(asset.balanceOf(reporters[2]) - before, BOND - BOND / 10);
        evaluations.claim(lotId, 1);
        evaluations.claim(lotId, 2);
        vm.assertEq(roundOf().paid, CHARGE);
        vm.assertEq(evaluations.auditFundAccrued(), BOND / 10);
    }

    function test_claim_voidedIsNotAReward() public {
        Book memory book = buyAll(3);
        voided(book, 3);
        evaluations.claim(lotId, 1);
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        vm.assertEq(evaluations.rewardOf(lotId, 1), 0);
        vm.assertEq(evaluations.rewardOf(lotId, 2), 0);
    }

    /* REFUSED PAYMENTS */

    /// @dev A winner whom the asset refuses holds nobody up: he is credited and can take it when he may.
    function test_claim_creditsWhatTheAssetRefuses() public {
        closed(3, 6);
        uint256 amount = BOND + (FEE * 3) / 4;
        bytes memory transfer = abi.encodeCall(asset.transfer, (reporters[0], amount));
        vm.mockCall(address(asset), transfer, abi.encode(false));
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportClaimed(lotId, 1, reporters[0], BOND, (FEE * 3) / 4, 0);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.PaymentCredited(reporters[0], amount);
        evaluations.claim(lotId, 1);
        vm.assertEq(evaluations.creditOf(reporters[0]), amount);
        evaluations.claim(lotId, 2);
        evaluations.claim(lotId, 3);
        evaluations.sweepLeftover(lotId);
        for (uint32 id = 4; id <= 9; ++id) evaluations.claim(lotId, id);
        vm.assertEq(asset.balanceOf(address(evaluations)), amount);

        vm.clearMockedCalls();
        uint256 before = asset.balanceOf(reporters[0]);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.CreditWithdrawn(reporters[0], amount);
        vm.assertEq(evaluations.withdraw(reporters[0]), amount);
        vm.assertEq(asset.balanceOf(reporters[0]) - before, amount);
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
        refused(
            abi.encodeCall(IEvaluations.withdraw, (reporters[0])),
            abi.encodeWithSelector(IEvaluations.NothingToWithdraw.selector, reporters[0])
        );
    }

    /* WHEN */

    function test_claim_refusesWithoutAReport() public {
        closed(3, 6);
        bytes memory reason = abi.encodeWithSelector(
            IEvaluations.WrongReportState.selector,
            lotId,
            10,
            ReportState.None,
            ReportState.Committed
        );
        refused(claimCall(10), reason);
    }

    function test_claim_refusesTwice() public {
        closed(3, 6);
        evaluations.claim(lotId, 1);
        evaluations.claim(lotId, 9);
        refused(claimCall(1), alreadyClaimed(1));
        refused(claimCall(9), alreadyClaimed(9));
    }

    function test_claim_refusesTwiceWhenNotRevealed() public {
        commitAll(buyAll(1));
        vm.warp(revealEnd());
        evaluations.claim(lotId, 1);
        refused(claimCall(1), alreadyClaimed(1));
    }

    function test_claim_refusesTwiceWhenVoided() public {
        voided(buyAll(3), 3);
        evaluations.claim(lotId, 1);
        refused(claimCall(1), alreadyClaimed(1));
    }

    function test_claim_refusesBeforeTheRoundIsClosed() public {
        Book memory book = buyAll(7);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        refused(claimCall(1), notClosed());
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, pair(150, 100), ids(7));
        refused(claimCall(1), notClosed());
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        refused(claimCall(1), notClosed());
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, ids(7));
        vm.warp(startOf(CLAIMING) - 1);
        refused(claimCall(1), notClosed());
        toEpoch(CLAIMING);
        refused(claimCall(1), notClosed());
        evaluations.close(lotId);
        evaluations.claim(lotId, 1);
    }

    function test_claim_refusesARoundThatNobodyFinalized() public {
        commitAll(buyAll(7));
        toEpoch(CLOSING);
        revealAll();
        toEpoch(CLAIMING + 1);
        refused(claimCall(1), notClosed());
    }

    /* LEFTOVERS */

    function test_sweepLeftover_carriesWhatWinnersLeave() public {
        closed(3, 6);
        uint256 pot = (9 * FEE) / 2;
        uint256 leftover = pot - 3 * ((FEE * 3) / 4);
        for (uint32 id = 1; id <= 3; ++id) evaluations.claim(lotId, id);
        uint256 held = asset.balanceOf(address(settlement));
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.LeftoverSwept(lotId, leftover, false);
        evaluations.sweepLeftover(lotId);
        (uint256 carry, uint32 since) = settlement.carryOf(commodityId);
        vm.assertEq(carry, leftover);
        vm.assertEq(since, 1);
        vm.assertEq(asset.balanceOf(address(settlement)), held + leftover);
        // The bonds of those who did not win are still there.
        vm.assertEq(asset.balanceOf(address(evaluations)), 6 * BOND);
        vm.assertEq(roundOf().paid, pot);
    }

    function test_sweepLeftover_movesNothingTwice() public {
        closed(3, 6);
        for (uint32 id = 1; id <= 3; ++id) evaluations.claim(lotId, id);
        evaluations.sweepLeftover(lotId);
        uint256 held = asset.balanceOf(address(evaluations));
        (uint256 carry, ) = settlement.carryOf(commodityId);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.LeftoverSwept(lotId, 0, false);
        evaluations.sweepLeftover(lotId);
        (uint256 after_, ) = settlement.carryOf(commodityId);
        vm.assertEq(after_, carry);
        vm.assertEq(asset.balanceOf(address(evaluations)), held);
        for (uint32 id = 4; id <= 9; ++id) evaluations.claim(lotId, id);
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
    }

    function test_sweepLeftover_refusesWhileWinnersAreLeft() public {
        closed(3, 6);
        evaluations.claim(lotId, 1);
        evaluations.claim(lotId, 3);
        refused(sweepCall(), abi.encodeWithSelector(IEvaluations.WinnersLeft.selector, lotId, 1));
        evaluations.claim(lotId, 2);
        evaluations.sweepLeftover(lotId);
    }

    function test_sweepLeftover_refusesWhileReportersOfAVoidedRoundAreLeft() public {
        voided(buyAll(3), 2);
        evaluations.claim(lotId, 2);
        refused(sweepCall(), abi.encodeWithSelector(IEvaluations.WinnersLeft.selector, lotId, 1));
    }

    function test_sweepLeftover_refusesBeforeTheRoundIsClosed() public {
        refused(sweepCall(), notClosed());
        Book memory book = buyAll(7);
        playToFinal(book, 150, 100);
        refused(sweepCall(), notClosed());
        toEpoch(CLAIMING);
        refused(sweepCall(), notClosed());
    }

    function test_collectAuditFund_paysOnce() public {
        Book memory book = buyAll(2);
        commitAll(book);
        vm.warp(revealEnd());
        evaluations.claim(lotId, 1);
        uint256 before = asset.balanceOf(treasury);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.AuditFundCollected(treasury, BOND / 10);
        evaluations.collectAuditFund();
        vm.assertEq(asset.balanceOf(treasury) - before, BOND / 10);
        vm.assertEq(evaluations.auditFundAccrued(), 0);
        evaluations.collectAuditFund();
        vm.assertEq(asset.balanceOf(treasury) - before, BOND / 10);
        vm.assertEq(asset.balanceOf(address(evaluations)), BOND);
    }

    function test_collectAuditFund_refusesWithoutRecipient() public {
        settlement.appointRecipients(treasury, address(0));
        refused(
            abi.encodeCall(IEvaluations.collectAuditFund, ()),
            abi.encodeWithSelector(IEvaluations.NoRecipient.selector)
        );
    }

    /* THE WORKED EXAMPLE */

    /// @dev Sales of 20,000,000 at 15 %: experts 300,000, experiencers 1,500,000, platform 1,200,000, commune 120,000.
    function test_workedExample_comesOutToTheLastUnit() public {
        enlist(8);
        for (uint256 i; i < 8; ++i) {
            measured[reporters[i]][lotId] = pair(
                i < 5
                    ? int32(150)
                    : i < 6
                        ? int32(142)
                        : int32(158),
                100
            );
            order(reporters[i], lotId, 1_000_000, idOf(i));
        }
        for (uint256 k; k < 12; ++k) order(address(uint160(0x9000 + k)), lotId, 1_000_000, uint32(1 + (k % 6)));
        uint256 before = asset.balanceOf(operator);
        Book memory book = post(START);
        vm.assertEq(book.statement.totals.sales(), 20_000_000);
        vm.assertEq(book.statement.totals.fees(), 3_000_000);
        vm.assertEq(before - asset.balanceOf(operator), 300_000 + 1_500_000 + 120_000);
        playToFinal(book, 150, 100);
        playToClosed(book);

        vm.assertEq(settlement.creditOf(expert), 300_000);
        vm.assertEq(roundOf().prize, 1_500_000);
        vm.assertEq(settlement.communeAccrued(START + 1), 120_000);
        vm.assertEq(book.statement.totals.fees() - settlement.creditOf(expert) - roundOf().prize, 1_200_000);
        uint256 rewards = claimAll(8);
        // Five of the best hold five eighths of the weight. Each was nominated by himself and two others: 450,000, of which
        // three quarters are more than a fifth of the pot.
        vm.assertEq(rewards, 5 * 300_000);
        vm.assertLe(rewards, 1_500_000);
        evaluations.sweepLeftover(lotId);
        (uint256 carry, ) = settlement.carryOf(commodityId);
        vm.assertEq(carry, 1_500_000 - rewards);
        spentToTheLastUnit();
    }

    /// @dev The same sales, and the buyers trust somebody who does not win: κ stops the winners and the rest is carried.
    function test_workedExample_restGoesToTheNextLot() public {
        enlist(8);
        for (uint256 i; i < 8; ++i) {
            measured[reporters[i]][lotId] = pair(
                i < 5
                    ? int32(150)
                    : i < 6
                        ? int32(142)
                        : int32(158),
                100
            );
            order(reporters[i], lotId, 1_000_000, idOf(i));
        }
        for (uint256 k; k < 12; ++k) order(address(uint160(0x9000 + k)), lotId, 1_000_000, 8);
        Book memory book = post(START);
        playToFinal(book, 150, 100);
        playToClosed(book);
        uint256 rewards = claimAll(8);
        vm.assertEq(rewards, 5 * 112_500);
        evaluations.sweepLeftover(lotId);
        (uint256 carry, ) = settlement.carryOf(commodityId);
        vm.assertEq(carry, 1_500_000 - 562_500);

        // The next lot draws from the carry as much as its own fees bring and no more.
        lotId = offerLot(commodityId, "LOT-B", CLAIMING, 1);
        enlist(8);
        for (uint256 i = 8; i < 16; ++i) {
            measured[reporters[i]][lotId] = pair(150, 100);
            order(reporters[i], lotId, 500_000, idOf(i));
        }
        playNext(post(CLAIMING), CLAIMING + 4);
        vm.assertEq(roundOf().prize, 300_000 + 300_000);
        (carry, ) = settlement.carryOf(commodityId);
        vm.assertEq(carry, 1_500_000 - 562_500 - 300_000);
    }

    /// @dev A lot of the ninth to the sixteenth reporter, up to the closed round.
    function playNext(Book memory book, uint32 closing) private {
        uint32[] memory list = new uint32[](8);
        for (uint256 i; i < 8; ++i) {
            list[i] = idOf(8 + i);
            commit(reporters[8 + i], book, i);
        }
        toEpoch(closing);
        unseal();
        for (uint256 i = 8; i < 16; ++i) reveal(reporters[i], lotId);
        toSecondHalf(closing);
        evaluations.tally(lotId, pair(150, 100), list);
        toEpoch(closing + 1);
        evaluations.finalize(lotId);
        openLots(book);
        vm.assertEq(settlement.potOf(lotId), 300_000);
        openNominees(book);
        evaluations.score(lotId, list);
        toEpoch(closing + 2);
        evaluations.close(lotId);
    }

    /* COALITIONS */

    /// @dev Reporters, model owner and buyers together, against an honest platform, at the highest κ there is.
    /// hardhat-config: fuzz.runs = 100
    function testFuzz_coalition_neverGetsBackMoreThanItPaid(uint256 seed) public {
        evaluations.setKappa(9_000);
        enlist(8);
        uint256 paid;
        for (uint256 i; i < 8; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            measured[reporters[i]][lotId] = pair(150, 100);
            paid += order(reporters[i], lotId, uint72(bound(random, 20e6, 30e6)), uint32(1 + (random % 8))).fee;
        }
        for (uint256 k; k < 4; ++k) {
            uint256 random = uint256(keccak256(abi.encode(seed, "buyer", k)));
            paid += order(address(0x77), lotId, uint72(bound(random, 1, 1e9)), uint32(1 + (random % 8))).fee;
        }
        Book memory book = post(START);
        playToFinal(book, 150, 100);
        playToClosed(book);
        uint256 back = claimAll(8) + settlement.creditOf(expert);
        vm.assertLe(back, paid);
    }

    /// @dev A purchase by one identity, or cut into pieces and given to many: no more weight and no more reward.
    /// hardhat-config: fuzz.runs = 100
    function testFuzz_coalition_cuttingAPurchaseGainsNothing(uint72 sales, uint8 pieces) public {
        sales = uint72(bound(sales, 20e6, 50e6));
        pieces = uint8(bound(pieces, 2, 8));
        uint256 state = vm.snapshotState();
        (uint256 weight, uint256 reward, uint256 paid) = cut(sales, 1);
        vm.revertToState(state);
        (uint256 cutWeight, uint256 cutReward, uint256 cutPaid) = cut(sales, pieces);
        // Fees are rounded up for every piece; that much more weight was paid for in full.
        vm.assertEq(cutWeight - weight, cutPaid - paid);
        vm.assertLe(cutReward, reward + (cutPaid - paid));
    }

    /// @dev Ten others are honest; one purchase is cut into `pieces`.
    function cut(uint72 sales, uint256 pieces) private returns (uint256 weight, uint256 reward, uint256 paid) {
        enlist(10 + pieces);
        for (uint256 i; i < 10 + pieces; ++i) {
            uint72 part = i < 10 ? uint72(30e6) : sales / uint72(pieces);
            if (i == 10) part += sales % uint72(pieces);
            measured[reporters[i]][lotId] = pair(150, 100);
            order(reporters[i], lotId, part, idOf(i));
        }
        Book memory book = post(START);
        playToFinal(book, 150, 100);
        playToClosed(book);
        for (uint256 i = 10; i < 10 + pieces; ++i) {
            weight += reportOf(i).weight;
            reward += evaluations.rewardOf(lotId, idOf(i));
            paid += book.receipts[i].fee;
        }
    }

    /* HELPERS */

    /// @dev A closed round with the consensus (150, 100): `best` measured it, `others` were 8 off on either side.
    function closed(uint256 best, uint256 others) private {
        Book memory book = buyAll(best + others);
        for (uint256 i = best; i < reporters.length; ++i) {
            measured[reporters[i]][lotId] = pair(i < best + others / 2 ? int32(142) : int32(158), 100);
        }
        playToFinal(book, 150, 100);
        playToClosed(book);
    }

    /// @dev All commit, the first `count` reveal, the producer does not.
    function voided(Book memory book, uint256 count) private {
        commitAll(book);
        toEpoch(CLOSING);
        for (uint256 i; i < count; ++i) reveal(reporters[i], lotId);
        toEpoch(SCORING);
        evaluations.finalize(lotId);
    }

    function claimAll(uint256 count) private returns (uint256 rewards) {
        for (uint256 i; i < count; ++i) {
            uint256 bond = uint256(reportOf(i).fee) * reportOf(i).bondMultiple;
            uint256 before = asset.balanceOf(reporters[i]);
            evaluations.claim(lotId, idOf(i));
            rewards += asset.balanceOf(reporters[i]) - before - bond;
        }
    }

    /// @dev Nothing of the deposit is left anywhere but where it belongs.
    function spentToTheLastUnit() private {
        settlement.withdraw(expert);
        settlement.collectCommune(START + 1);
        vm.assertEq(asset.balanceOf(treasury), 120_000);
        (uint256 carry, ) = settlement.carryOf(commodityId);
        vm.assertEq(asset.balanceOf(address(settlement)), carry);
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
    }

    function potOf(Book memory book) private pure returns (uint256) {
        return (uint256(book.statement.totals.fees()) * 5_000) / 10_000;
    }

    /// @dev Lower median of the first values of eight reports of equal weight.
    function medianOfEight() private view returns (int32 median) {
        median = type(int32).max;
        for (uint256 i; i < 8; ++i) {
            int32 candidate = measured[reporters[i]][lotId][0];
            uint256 upTo;
            for (uint256 j; j < 8; ++j) if (measured[reporters[j]][lotId][0] <= candidate) ++upTo;
            if (upTo >= 4 && candidate < median) median = candidate;
        }
    }

    function claimCall(uint32 id) private view returns (bytes memory) {
        return abi.encodeCall(IEvaluations.claim, (lotId, id));
    }

    function sweepCall() private view returns (bytes memory) {
        return abi.encodeCall(IEvaluations.sweepLeftover, (lotId));
    }

    function notClosed() private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.RoundNotClosed.selector, lotId);
    }

    function alreadyClaimed(uint32 id) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.AlreadyClaimed.selector, lotId, id);
    }
}
