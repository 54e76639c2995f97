// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, Receipt, Statement} from "../../contracts/settlement/ISettlement.sol";
import {Scope, Trees} from "../support/Trees.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Two platforms, two commodities, up to eight lots, any number of payees, and everything they can do to a
/// settlement in any order, told by a seed. Keeps its own books of what was posted, opened and paid.
contract SettlementHandler is SettlementTest {
    struct Posted {
        uint32 platformId;
        uint32 epoch;
        /// What the deposit holds for the leaves.
        uint256 held;
        /// What the opened leaves were worth by their sums.
        uint256 paid;
        uint256 swept;
        uint256 lotSales;
        uint256 lotFees;
        uint256 lotOrders;
        uint256 commissions;
        uint16 expertShare;
        uint16 experiencerShare;
    }

    uint256 private constant MAX_LOTS = 12;

    uint256 public moneyIn;
    uint256 public moneyOut;
    bool public openedTwice;
    /// Lot, nominee and recommender leaves opened, and payments.
    uint256[4] public successes;
    mapping(bytes32 leaf => bool opened) private _opened;
    mapping(uint32 lotId => mapping(uint32 nomineeId => uint256 fees)) public nominated;
    mapping(uint256 index => Receipt[] receipts) private _receipts;
    Posted[] private _posted;
    uint256 private _orders;
    uint32 private _otherPlatform;
    uint32 private _otherCommodity;
    uint32 private _offeredIn;

    function prepare() external {
        setUp();
        _otherPlatform = admitPlatform(operator, "https://other.example");
        _otherCommodity = listCommodity(modelId);
        offerLot(_otherCommodity, "LOT-A", 0, 8);
        vm.prank(address(evaluations));
        asset.approve(address(settlement), type(uint256).max);
        toEpoch(2);
    }

    /* PLATFORM */

    function commitOrders(uint256 seed) external {
        Scope memory scope = scopeOf(settlement.currentEpoch() - 1);
        if (seed % 3 == 0) scope.platformId = _otherPlatform;
        Receipt[] memory receipts = _orderSome(seed, scope);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scope);
        uint256 before = asset.balanceOf(address(settlement));
        vm.prank(operator);
        try settlement.commitStatement(statement) {
            uint256 pulled = asset.balanceOf(address(settlement)) - before;
            moneyIn += pulled;
            for (uint256 i; i < receipts.length; ++i) _receipts[_posted.length].push(receipts[i]);
            Posted storage posted = _posted.push();
            (posted.platformId, posted.epoch) = (scope.platformId, scope.epoch);
            posted.held = pulled - ceilBps(statement.totals.sales(), settlement.communeBps());
            (posted.expertShare, posted.experiencerShare) = (settlement.expertBps(), settlement.experiencerBps());
        } catch {}
    }

    function offerAnother(uint256 seed) external {
        uint32 count = commodities.lotCount();
        uint32 epoch = commodities.currentEpoch();
        if (count >= MAX_LOTS || epoch < _offeredIn + 4) return;
        _offeredIn = epoch;
        offerLot(
            seed % 2 == 0 ? commodityId : _otherCommodity,
            bytes20(bytes.concat("LOT-", bytes1(uint8(65 + count)))),
            epoch,
            uint8(1 + ((seed >> 8) % 4))
        );
    }

    /* OPENINGS */

    function openSomeLot(uint256 seed) public {
        (uint256 index, Receipt memory chosen, Scope memory scope) = _choose(seed);
        if (chosen.platformId == 0) return;
        uint32 lot = seed % 8 == 0 ? uint32(seed >> 128) % 9 : chosen.lotId;
        (bool success, ) = address(settlement).call(lotCall(_receipts[index], scope, lot));
        if (!success) return;
        _markOpened(abi.encode("lot", scope, lot));
        ++successes[0];
        Posted storage posted = _posted[index];
        Receipt[] memory receipts = Trees.only(_receipts[index], Trees.Key.Lot, lot);
        uint256 fees;
        for (uint256 i; i < receipts.length; ++i) {
            posted.lotSales += receipts[i].sales;
            fees += receipts[i].fee;
        }
        posted.lotFees += fees;
        posted.lotOrders += receipts.length;
        posted.paid += (fees * posted.expertShare) / 10_000 + (fees * posted.experiencerShare) / 10_000;
    }

    function openSomeNominee(uint256 seed) external {
        if (seed % 2 == 1) openSomeLot(seed);
        (uint256 index, Receipt memory chosen, Scope memory scope) = _choose(seed);
        if (chosen.platformId == 0) return;
        bytes memory data = nomineeCall(_receipts[index], scope, chosen.lotId, chosen.nomineeId);
        (bool success, ) = address(settlement).call(data);
        if (!success) return;
        _markOpened(abi.encode("nominee", scope, chosen.lotId, chosen.nomineeId));
        ++successes[1];
        Receipt[] memory ofLot = Trees.only(_receipts[index], Trees.Key.Lot, chosen.lotId);
        Receipt[] memory receipts = Trees.only(ofLot, Trees.Key.Nominee, chosen.nomineeId);
        for (uint256 i; i < receipts.length; ++i) nominated[chosen.lotId][chosen.nomineeId] += receipts[i].fee;
    }

    function openSomeRecommender(uint256 seed) external {
        (uint256 index, Receipt memory chosen, Scope memory scope) = _choose(seed);
        if (chosen.platformId == 0) return;
        (bool success, ) = address(settlement).call(recommenderCall(_receipts[index], scope, chosen.recommenderId));
        if (!success) return;
        _markOpened(abi.encode("recommender", scope, chosen.recommenderId));
        ++successes[2];
        Receipt[] memory receipts = Trees.only(_receipts[index], Trees.Key.Recommender, chosen.recommenderId);
        uint256 commissions;
        for (uint256 i; i < receipts.length; ++i) commissions += receipts[i].commission;
        _posted[index].commissions += commissions;
        _posted[index].paid += commissions;
    }

    /* ROUNDS */

    function takeSomePot(uint256 seed) external {
        _payOut(address(evaluations), abi.encodeCall(ISettlement.takePot, (_someLot(seed))));
    }

    function carrySomePot(uint256 seed) external {
        _payOut(address(evaluations), abi.encodeCall(ISettlement.carryPot, (_someLot(seed))));
    }

    function returnSome(uint256 seed, uint256 amount) external {
        amount = bound(amount, 0, asset.balanceOf(address(evaluations)));
        vm.prank(address(evaluations));
        try settlement.returnToCarry(_someLot(seed), amount) {
            moneyIn += amount;
        } catch {}
    }

    /* UPKEEP AND TIME */

    function withdrawSome(uint256 seed) external {
        _payOut(stranger, abi.encodeCall(ISettlement.withdraw, (payees()[seed % 4])));
    }

    function collect(uint256 seed) external {
        if (seed % 2 == 0) _payOut(stranger, abi.encodeCall(ISettlement.collectAuditFund, ()));
        else
            _payOut(
                stranger,
                abi.encodeCall(ISettlement.collectCommune, (settlement.currentEpoch() - uint32(seed % 3)))
            );
    }

    function sweepSome(uint256 seed) external {
        if (_posted.length == 0) return;
        Posted storage posted = _posted[seed % _posted.length];
        uint256 remaining = settlement.statementOf(posted.platformId, posted.epoch).remaining;
        try settlement.sweepStatement(posted.platformId, posted.epoch) {
            posted.swept += remaining;
        } catch {}
    }

    function expireSome(uint256 seed) external {
        uint32 witness = _someLot(seed);
        try settlement.expireCarry(commodities.termsOf(witness).commodityId, witness) {} catch {}
    }

    function setSomeShares(uint256 seed) external {
        settlement.setShares(
            uint16(bound(seed, 500, 1_000)),
            uint16(bound(seed >> 16, 3_000, 7_000)),
            uint16(bound(seed >> 32, 10, 200))
        );
    }

    function pass(uint256 seed) external {
        vm.warp(block.timestamp + (seed % 40 == 0 ? 53 * EPOCH : bound(seed, 1, 6 days)));
    }

    /* BOOKS */

    function posts() external view returns (Posted[] memory) {
        return _posted;
    }

    function contracts() external view returns (ISettlement settlement_, uint256 balance) {
        return (settlement, asset.balanceOf(address(settlement)));
    }

    function obligations() external view returns (uint256 sum) {
        for (uint256 i; i < _posted.length; ++i) {
            sum += settlement.statementOf(_posted[i].platformId, _posted[i].epoch).remaining;
        }
        address[4] memory accounts = payees();
        for (uint256 i; i < 4; ++i) sum += settlement.creditOf(accounts[i]);
        for (uint32 lot; lot < commodities.lotCount(); ++lot) sum += settlement.potOf(lot);
        for (uint32 id = 1; id <= commodities.commodityCount(); ++id) {
            (uint256 carry, ) = settlement.carryOf(id);
            sum += carry;
        }
        for (uint32 epoch; epoch <= settlement.currentEpoch(); ++epoch) sum += settlement.communeAccrued(epoch);
        sum += settlement.auditFundAccrued();
    }

    function lotCount() external view returns (uint32) {
        return commodities.lotCount();
    }

    function payees() public view returns (address[4] memory) {
        return [expert, alicePayout, bobPayout, stranger];
    }

    /* INTERNAL */

    /// @dev One to four orders of any lots, at their rates; amounts from dust to a hundredth of a lane.
    function _orderSome(uint256 seed, Scope memory scope) private returns (Receipt[] memory receipts) {
        receipts = new Receipt[](1 + ((seed >> 8) % 4));
        for (uint256 i; i < receipts.length; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            uint72 sales = uint72(dice % (uint256(100) << (dice >> 64) % 58));
            receipts[i] = receipt(
                ++_orders,
                scope.epoch,
                _someLot(dice >> 72),
                sales,
                uint32((dice >> 80) % 4),
                uint32((dice >> 88) % 3)
            );
            receipts[i].platformId = scope.platformId;
            if ((dice >> 96) % 8 == 0) receipts[i].nomineeId = uint32(dice >> 128);
        }
    }

    function _choose(uint256 seed) private view returns (uint256 index, Receipt memory chosen, Scope memory scope) {
        if (_posted.length == 0) return (0, chosen, scope);
        // Mostly one of the last statements, whose leaves are still closed.
        uint256 back = seed % 4 == 0 ? (seed >> 8) % _posted.length : (seed >> 8) % 3;
        index = back < _posted.length ? _posted.length - 1 - back : 0;
        Receipt[] storage receipts = _receipts[index];
        chosen = receipts[(seed >> 32) % receipts.length];
        scope = Scope(block.chainid, address(settlement), chosen.platformId, chosen.epoch);
    }

    /// @dev Mostly one of the last two.
    function _someLot(uint256 seed) private view returns (uint32) {
        uint256 count = commodities.lotCount();
        return uint32((seed >> 8) % 4 == 0 ? seed % count : count - 1 - (seed % 2));
    }

    function _markOpened(bytes memory leaf) private {
        if (_opened[keccak256(leaf)]) openedTwice = true;
        _opened[keccak256(leaf)] = true;
    }

    function _payOut(address caller, bytes memory data) private {
        uint256 before = asset.balanceOf(address(settlement));
        vm.prank(caller);
        (bool success, ) = address(settlement).call(data);
        if (!success) return;
        moneyOut += before - asset.balanceOf(address(settlement));
        ++successes[3];
    }
}

contract SettlementInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    SettlementHandler private handler;

    function setUp() public {
        handler = new SettlementHandler();
        handler.prepare();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        bytes4[] memory selectors = new bytes4[](14);
        selectors[0] = handler.commitOrders.selector;
        selectors[1] = handler.offerAnother.selector;
        selectors[2] = handler.openSomeLot.selector;
        selectors[3] = handler.openSomeNominee.selector;
        selectors[4] = handler.openSomeRecommender.selector;
        selectors[5] = handler.takeSomePot.selector;
        selectors[6] = handler.carrySomePot.selector;
        selectors[7] = handler.returnSome.selector;
        selectors[8] = handler.withdrawSome.selector;
        selectors[9] = handler.collect.selector;
        selectors[10] = handler.sweepSome.selector;
        selectors[11] = handler.expireSome.selector;
        selectors[12] = handler.setSomeShares.selector;
        selectors[13] = handler.pass.selector;
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    /// The invariants would hold of a handler that does nothing, too: one long walk must reach every kind of success.
    function test_the_handler_gets_somewhere() external {
        for (uint256 i; i < 600; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            bytes4[] memory selectors = this.targetSelectors()[0].selectors;
            bytes4 selector = selectors[seed % selectors.length];
            (bool success, ) = address(handler).call(abi.encodeWithSelector(selector, seed >> 8, seed >> 16));
            vm.assertTrue(success);
        }
        vm.assertGt(handler.posts().length, 10);
        vm.assertGt(handler.successes(0), 10);
        vm.assertGt(handler.successes(1), 2);
        vm.assertGt(handler.successes(2), 10);
        vm.assertGt(handler.successes(3), 10);
        this.invariant_TheBalanceIsWhatIsOwed();
        this.invariant_AStatementPaysAtMostItsDepositAndItsLeavesAtMostItsTotals();
        this.invariant_NoLeafIsOpenedTwice();
    }

    /// forge-config: default.invariant.runs = 20
    /// forge-config: default.invariant.depth = 120
    function invariant_TheBalanceIsWhatIsOwed() external view {
        (, uint256 balance) = handler.contracts();
        vm.assertEq(balance, handler.obligations());
        vm.assertEq(balance, handler.moneyIn() - handler.moneyOut());
    }

    /// forge-config: default.invariant.runs = 20
    /// forge-config: default.invariant.depth = 120
    function invariant_AStatementPaysAtMostItsDepositAndItsLeavesAtMostItsTotals() external view {
        (ISettlement settlement, ) = handler.contracts();
        SettlementHandler.Posted[] memory posted = handler.posts();
        for (uint256 i; i < posted.length; ++i) {
            SettlementHandler.Posted memory one = posted[i];
            Statement memory statement = settlement.statementOf(one.platformId, one.epoch);
            vm.assertLe(one.paid, one.held);
            vm.assertEq(statement.remaining, one.held - one.paid - one.swept);
            vm.assertLe(one.lotSales, statement.totals.sales());
            vm.assertLe(one.lotFees, statement.totals.fees());
            vm.assertLe(one.lotOrders, statement.totals.count());
            vm.assertLe(one.commissions, statement.totals.commissions());
        }
    }

    /// forge-config: default.invariant.runs = 20
    /// forge-config: default.invariant.depth = 120
    function invariant_NoLeafIsOpenedTwice() external view {
        vm.assertFalse(handler.openedTwice());
        (ISettlement settlement, ) = handler.contracts();
        for (uint32 lot; lot < handler.lotCount(); ++lot) {
            for (uint32 id; id < 4; ++id) vm.assertEq(settlement.nominatedOf(lot, id), handler.nominated(lot, id));
        }
    }
}
